import type { DomainEvent } from './domain-event.ts';
import { childTraceparent, type Trace } from './trace.ts';

/** Who acts and why. The edge makes it once; it travels with every commit, event, task and call that follows. */
export type Cause = Trace & {
  /** The tenant, from the verified token or the event, never from a body. */
  organizationId: string;
  userId?: string;
  /** The id of the event, request or task that is handled. */
  causationId: string;
};

/** The cause of everything that a consumer does with an event. */
export function causeOf({ eventId, metadata }: Pick<DomainEvent, 'eventId' | 'metadata'>): Cause {
  return {
    correlationId: metadata.correlationId,
    traceparent: childTraceparent(metadata.traceparent),
    organizationId: metadata.organizationId,
    ...(metadata.userId !== undefined && { userId: metadata.userId }),
    causationId: eventId,
  };
}
