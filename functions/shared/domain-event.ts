import type { EventDataByType, EventType, ReceivedDataByType } from '../../generated/events/types.ts';

/** What happened, as a domain's decision says it; `commit` adds the envelope. `occurredOn` is ISO 8601 UTC. */
export type NewEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    type: T;
    aggregateId: string;
    aggregateVersion: number;
    occurredOn: string;
    data: EventDataByType[T];
    /** Minted by the domain when it has to know it before the commit; else `commit` mints it. */
    eventId?: string;
  };
}[Type];

/**
 * An event as a consumer gets it: the `detail` on the bus, with its sensitive fields opened or left out. `eventType` is the type's name;
 * the wire name is the `detail-type`.
 */
export type DomainEvent<Type extends EventType = EventType> = {
  eventId: string;
  eventType: string;
  aggregateId: string;
  eventVersion: number;
  occurredOn: string;
  eventData: ReceivedDataByType[Type];
  metadata: EventMetadata;
};

/**
 * An event whose envelope was checked and whose data was not: it may be of a type or version that this code does not know. Sensitive
 * fields are sealed.
 */
export type ReceivedEvent = Omit<DomainEvent, 'eventData'> & { eventData: Readonly<Record<string, unknown>> };

export type EventMetadata = {
  correlationId: string;
  /** The event, request or task that led here. */
  causationId: string;
  organizationId: string;
  userId?: string;
  traceparent: string;
  aggregateVersion: number;
};
