import type { Paths } from '../generated/rest/paths.ts';

/** A route of the contract, as far as the types below look at it. */
type Route = { parameters: object; responses: object };

type Params<R extends Route> =
  Record<never, never> extends R['parameters'] ? { params?: R['parameters'] } : { params: R['parameters'] };
type Body<R> = R extends { requestBody: { content: { 'application/json': infer Sent } } } ? { body: Sent } : { body?: undefined };
type Init<R extends Route> = Params<R> & Body<R> & { headers?: Record<string, string>; signal?: AbortSignal };

type Success = 200 | 201 | 202 | 204;
type BodyIn<Answer> = Answer extends { content: { 'application/json': infer Sent } } ? Sent : undefined;
type Answered<R extends Route> = {
  [Status in keyof R['responses'] & Success]: BodyIn<R['responses'][Status]>;
}[keyof R['responses'] & Success];

/** What a route answered. A refusal is thrown, so there is always a body where the contract has one. */
export type Answer<R extends Route> = { data: Answered<R>; response: Response };

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathsWith<M extends Method> = { [Path in keyof Paths]: M extends keyof Paths[Path] ? Path : never }[keyof Paths];
type RouteAt<Path extends keyof Paths, M extends Method> = M extends keyof Paths[Path] ? Paths[Path][M] & Route : never;
type Args<R extends Route> = Record<never, never> extends Init<R> ? [init?: Init<R>] : [init: Init<R>];

/** A method for each HTTP method, which takes the path as the contract writes it. */
export type TypedRoutes = {
  [M in Method as Uppercase<M>]: <Path extends PathsWith<M>>(
    path: Path,
    ...args: Args<RouteAt<Path, M>>
  ) => Promise<Answer<RouteAt<Path, M>>>;
};
