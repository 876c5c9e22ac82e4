import type { DomainEvent } from './events/events.ts';
import { childTraceparent, type Trace } from './trace.ts';

/** Why something is written: it travels from the edge through every commit, event, task and call. */
export type Cause = Trace & {
  /** The tenant, from the verified token or the event, never from a body. */
  organizationId: string;
  userId?: string;
  /** The event, request or task at hand. */
  causationId: string;
  /** The delivery at hand: `commit` records it as handled together with its effect. */
  handling?: { consumer: string; eventId: string };
  /** The POST at hand: `commit` stores its answer together with its effect. */
  idempotency?: { recordKey: string; bodyHash: string };
};

/** The cause of what a consumer does with an event. */
export function causeOf({ eventId, metadata }: DomainEvent, consumer: string): Cause {
  return {
    correlationId: metadata.correlationId,
    traceparent: childTraceparent(metadata.traceparent),
    organizationId: metadata.organizationId,
    ...(metadata.userId !== undefined && { userId: metadata.userId }),
    causationId: eventId,
    handling: { consumer, eventId },
  };
}
