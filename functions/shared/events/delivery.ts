import { eventCatalogue } from '../../../generated/events/catalogue.ts';
import type { EventType } from '../../../generated/events/types.ts';
import { receivedValidators, sealedValidators, validateDomainEvent } from '../../../generated/events/validators.ts';
import type { ReceivedEvent } from '../domain-event.ts';
import { PermanentFault } from '../faults.ts';
import { inputErrors, type SchemaError } from '../input/input-errors.ts';
import { truncated } from '../input/text.ts';
import { opened, withoutSensitive } from '../sealing/sealed-data.ts';

/** An event as its queue brought it. The envelopes of EventBridge and of ours are checked, the event's own data is not. */
export type Delivery = {
  detailType: string;
  source: string;
  event: ReceivedEvent;
  /** Set when the archive sent it again. */
  replayName?: string;
};

/** Reads an SQS body. @throws {PermanentFault} naming what is wrong: no retry makes a malformed message whole. */
export function readDelivery(body: string): Delivery {
  const envelope = parse(body);
  const { 'detail-type': detailType, source, detail } = envelope;
  const replayName = envelope['replay-name'];
  if (typeof detailType !== 'string' || typeof source !== 'string')
    throw new PermanentFault('not an EventBridge event: no detail-type or source');
  if (!validateDomainEvent(detail))
    throw new PermanentFault(`${shown(detailType)} has a broken envelope: ${complaints(validateDomainEvent.errors)}`);
  return { detailType, source, event: detail, ...(typeof replayName === 'string' && { replayName }) };
}

/**
 * The name of a delivered event: its wire name, and `.v<N>` from version 2 on. Its data is as the schema of that version describes it,
 * with its sensitive fields sealed.
 * @throws {PermanentFault} when there is no such type or version, or the data breaks the schema
 */
export function eventNameOf({ detailType, event: { eventVersion, eventData } }: Delivery): EventType {
  const name = eventVersion === 1 ? detailType : `${detailType}.v${eventVersion}`;
  if (!isEventType(name) || eventCatalogue[name].detailType !== detailType) {
    const isKnown = versionsOf(detailType).length > 0;
    throw new PermanentFault(
      isKnown ? `${detailType} has the unknown version ${eventVersion}` : `unknown event type ${shown(detailType)}`,
    );
  }
  const validate = sealedValidators[name];
  if (!validate(eventData)) throw new PermanentFault(`${name} breaks its schema: ${complaints(validate.errors)}`);
  return name;
}

/**
 * The event with its sensitive fields opened where the consumer may do that, and without them otherwise.
 * @throws {PermanentFault} when a field cannot be opened, or holds what the schema of the event refuses
 */
export async function openEvent(event: ReceivedEvent, type: EventType, mayOpen: boolean): Promise<ReceivedEvent> {
  const { eventId, metadata, eventData: data } = event;
  const sealedEvent = { type, eventId, organizationId: metadata.organizationId, data };
  if (!mayOpen) return { ...event, eventData: { ...withoutSensitive(sealedEvent) } };
  const eventData = { ...(await opened(sealedEvent)) };
  const validate = receivedValidators[type];
  if (!validate(eventData)) throw new PermanentFault(`${type} breaks its schema: ${complaints(validate.errors)}`);
  return { ...event, eventData };
}

/** The names of all versions of an event, by its wire name. */
export const versionsOf = (detailType: string): EventType[] =>
  Object.keys(eventCatalogue)
    .filter(isEventType)
    .filter((name) => eventCatalogue[name].detailType === detailType);

const isEventType = (text: string): text is EventType => Object.hasOwn(eventCatalogue, text);

const shown = (detailType: string) => truncated(detailType, 100);

const complaints = (errors: readonly SchemaError[] | null | undefined) =>
  inputErrors(errors)
    .map(({ path, message }) => `${path} ${message}`)
    .join('; ');

function parse(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Reported below, as any other body that is no object.
  }
  throw new PermanentFault('the message body is not a JSON object');
}
