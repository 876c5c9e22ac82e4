import type { EventType } from '../../../generated/events/types.ts';
import type { Cause } from '../cause.ts';
import type { DomainEvent, ReceivedEvent } from '../domain-event.ts';
import type { Commits } from '../store/commits.ts';
import type { Effects } from '../store/write.ts';

/** The delivery of an event to its handler. */
export type Handling = {
  /** When it was delivered, ISO 8601 UTC: the handler's only clock. */
  at: string;
  organizationId: string;
  /** The event's wire name, and the `source` that published it. */
  detailType: string;
  source: string;
  /** Only needed to call other systems: what is returned is committed with it anyway. */
  cause: Cause;
};

/** For handlers that commit by themselves: with the marker that ends the handling of the event, or without it. */
export type HandlingCommits = Commits & { unmarked: Commits };

export type EventHandler<Type extends EventType = EventType> = {
  type: Type;
  run: (event: DomainEvent<Type>, handling: Handling, commits: HandlingCommits) => Promise<Effects | undefined>;
};

/**
 * What a domain does with one event, by its name: `order.created` is version 1 and `order.created.v2` version 2. It reads, decides and returns what is to be stored; the edge commits that together
 * with the marker that the event is handled, and runs the handler again when another writer got in between.
 */
export const consume = <Type extends EventType>(
  type: Type,
  run: (event: DomainEvent<Type>, handling: Handling) => Promise<Effects | undefined> | Effects | undefined,
): EventHandler<Type> => ({ type, run: async (event, handling) => run(event, handling) });

/** A handler with effects outside its table, such as an email: it runs once for each delivery and commits by itself. */
export const consumeWithOwnCommit = <Type extends EventType>(
  type: Type,
  run: (event: DomainEvent<Type>, handling: Handling, commits: HandlingCommits) => Promise<void>,
): EventHandler<Type> => ({
  type,
  run: async (event, handling, commits) => {
    await run(event, handling, commits);
    return undefined;
  },
});

/**
 * A handler of every event, whatever its type and version. Only the envelope was checked: during a release, a publisher may be newer
 * than its consumers.
 */
export type EveryEventHandler = {
  run: (event: ReceivedEvent, handling: Handling, commits: HandlingCommits) => Promise<Effects | undefined>;
};

export const consumeEveryWithOwnCommit = (
  run: (event: ReceivedEvent, handling: Handling, commits: HandlingCommits) => Promise<void>,
): EveryEventHandler => ({
  run: async (event, handling, commits) => {
    await run(event, handling, commits);
    return undefined;
  },
});
