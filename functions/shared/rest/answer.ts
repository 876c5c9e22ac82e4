import type { Operations } from '../../../generated/rest/operations.ts';
import { type ProblemSlug, problems, problemTypePrefix } from '../../../generated/rest/problems.ts';
import { mayBeOnItsWay } from '../ids.ts';

/** A response before it is sent. Its headers are added to those of every response; a body of undefined is an empty one. */
export type Answer<Status extends number = number, Body = unknown> = {
  status: Status;
  body: Body;
  headers?: Record<string, string>;
};

/** A place in the input that is wrong, as a JSON pointer, and what is wrong with it. */
export type InputError = { path: string; message: string };

/** Problem details (RFC 9457) as a route gives them; the correlation id is added when they are sent. */
export type Problem = { type: string; title: string; status: number; detail?: string; errors?: readonly InputError[] };
export type Refusal = Answer<number, Problem> & { isProblem: true };

export type RouteKey = keyof Operations;
type AnswersOf<Key extends RouteKey> = Operations[Key]['answers'];
/** What the contract lets a route answer: one of its successes with the body of that status, or a problem. */
export type RouteAnswer<Key extends RouteKey> =
  | { [Status in keyof AnswersOf<Key> & number]: Answer<Status, AnswersOf<Key>[Status]> }[keyof AnswersOf<Key> & number]
  | Refusal;

export const ok = <Body>(body: Body, headers?: Record<string, string>): Answer<200, Body> => ({
  status: 200,
  body,
  ...(headers && { headers }),
});

/** `location` is relative to the path of the request, so that it is right below any stage's prefix (RFC 9110, 10.2.2). */
export const created = <Body>(body: Body, location: string): Answer<201, Body> => ({
  status: 201,
  body,
  headers: { Location: location },
});
export const accepted = <Body>(body: Body): Answer<202, Body> => ({ status: 202, body });
export const noContent: Answer<204, undefined> = { status: 204, body: undefined };

/** The strong ETag of an aggregate's version (RFC 9110, 8.8.3). */
export const etag = (version: number) => `"${version}"`;

export type Details = { detail?: string; errors?: readonly InputError[]; headers?: Record<string, string> };

/** As many places as the contract lets a problem name. */
const maxErrors = 20;

/** A problem of the contract's list: its slug makes the stable `type`, and decides status and title. */
export function problem(slug: ProblemSlug, { detail, errors, headers }: Details = {}): Refusal {
  const { status, title } = problems[slug];
  return {
    isProblem: true,
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    body: {
      type: `${problemTypePrefix}${slug}`,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(errors !== undefined && { errors: errors.slice(0, maxErrors) }),
    },
  };
}

/** Also the answer for what belongs to another organization: whether it exists is none of the caller's business. */
export const notFound = (detail?: string): Refusal => problem('not-found', detail === undefined ? {} : { detail });
/** For an id that another domain may have minted a moment ago (see `mayBeOnItsWay`): its event arrives soon, so the caller may retry. */
export const notYetKnown = (detail: string): Refusal => problem('not-yet-known', { detail, headers: { 'Retry-After': '1' } });
/** For an id of another domain that its event has not brought here, and may never bring. `at` is the instant of the request. */
export const unknownHere = (id: string, at: string): Refusal =>
  mayBeOnItsWay(id, at) ? notYetKnown('this id is not known here yet: try again') : notFound();
export const unprocessable = (detail: string, errors?: readonly InputError[]): Refusal =>
  problem('invalid-input', { detail, ...(errors !== undefined && { errors }) });

/** Thrown past the remaining steps of the chain: a refusal, or the stored response of an earlier request. */
export class EarlyAnswer extends Error {
  override readonly name = 'EarlyAnswer';
  readonly answer: Answer | ReplayedAnswer;
  constructor(answer: Answer | ReplayedAnswer) {
    super(`answered early with ${answer.status}`);
    this.answer = answer;
  }
}

/** A response that was stored with its effect. It is sent again byte for byte, so its body is text already. */
export type ReplayedAnswer = { status: number; headers: Record<string, string>; replayedBody: string };

export const refuse = (slug: ProblemSlug, details?: Details): never => {
  throw new EarlyAnswer(problem(slug, details));
};
