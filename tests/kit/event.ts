import { randomBytes, randomUUID } from 'node:crypto';
import type { DomainEvent } from '../../functions/shared/domain-event.ts';
import { newId } from '../../functions/shared/ids.ts';
import { eventCatalogue } from '../../generated/events/catalogue.ts';
import type { EventDataByType, EventType } from '../../generated/events/types.ts';

/** An event that nobody published, as if a domain of this organization had. */
export function newEvent<Type extends EventType>(
  { organizationId }: { organizationId: string },
  type: Type,
  aggregateId: string,
  eventData: EventDataByType[Type],
): DomainEvent<Type> {
  const occurredOn = new Date().toISOString();
  const { typeName, version } = eventCatalogue[type];
  return {
    eventId: newId(occurredOn),
    eventType: typeName,
    aggregateId,
    eventVersion: version,
    occurredOn,
    eventData,
    metadata: {
      correlationId: randomUUID(),
      causationId: randomUUID(),
      organizationId,
      traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
      aggregateVersion: 1,
    },
  };
}
