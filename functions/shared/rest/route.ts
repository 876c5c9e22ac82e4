import type { Operations } from '../../../generated/rest/operations.ts';
import type { Caller } from '../caller.ts';
import type { Cause } from '../cause.ts';
import type { Commits } from '../store/commits.ts';
import type { Effects } from '../store/write.ts';
import type { RouteAnswer, RouteKey } from './answer.ts';

export type RouteRequest<Key extends RouteKey> = {
  params: Operations[Key]['params'];
  query: Operations[Key]['query'];
  body: Operations[Key]['body'];
  /** Who calls, as the authorizer found; a public route has none. */
  caller: Operations[Key]['secured'] extends true ? Caller : undefined;
  /** Only needed to call other systems: what is returned is committed with it anyway. */
  cause: Cause;
  /** The network address the request came from, as the gateway saw it. */
  sourceAddress: string;
  /** When the request arrived, ISO 8601 UTC: the route's only clock. */
  receivedAt: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The body as it was sent, for signatures. */
  rawBody: string;
};

/** What a route decided: an answer, and what is to be stored with it if it succeeds. */
export type RouteOutcome<Key extends RouteKey> = RouteAnswer<Key> | ({ answer: RouteAnswer<Key> } & Effects);

export type Route<Key extends RouteKey = RouteKey> = {
  key: Key;
  run: (request: RouteRequest<Key>, commits: Commits) => Promise<RouteOutcome<Key>>;
};

/**
 * A route of the contract. It reads, decides and returns its answer with what is to be stored; the edge commits that together
 * with events and idempotency record, and runs the route again when another writer got in between. So it has no other effects.
 */
export const route = <Key extends RouteKey>(
  key: Key,
  run: (request: RouteRequest<Key>) => Promise<RouteOutcome<Key>>,
): Route<Key> => ({ key, run });

type RepeatableKey = { [Key in RouteKey]: Operations[Key]['idempotent'] extends true ? never : Key }[RouteKey];

/**
 * A route with effects outside its table, such as a signature or a counter: it runs once and commits by itself. The types keep
 * routes with an Idempotency-Key out, since only the edge stores their record.
 */
export const ownCommitRoute = <Key extends RepeatableKey>(
  key: Key,
  run: (request: RouteRequest<Key>, commits: Commits) => Promise<RouteAnswer<Key>>,
): Route<Key> => ({ key, run });
