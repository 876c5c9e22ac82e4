import type { EventType } from '../../../generated/events/types.ts';
import { eventValidators, validateDomainEvent } from '../../../generated/events/validators.ts';
import type { DomainEvent } from '../domain-event.ts';
import { PermanentFault } from '../faults.ts';
import { inputErrors, type SchemaError } from '../input/input-errors.ts';
import { truncated } from '../input/text.ts';

/** An event as its queue brought it: EventBridge's envelope, read and checked. */
export type Delivery = {
  detailType: EventType;
  source: string;
  event: DomainEvent;
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
  if (!isEventType(detailType)) throw new PermanentFault(`unknown event type ${truncated(detailType, 100)}`);
  if (!validateDomainEvent(detail))
    throw new PermanentFault(`${detailType} has a broken envelope: ${complaints(validateDomainEvent.errors)}`);
  const validate = eventValidators[detailType];
  if (!validate(detail.eventData)) throw new PermanentFault(`${detailType} breaks its schema: ${complaints(validate.errors)}`);
  return {
    detailType,
    source,
    event: { ...detail, eventData: detail.eventData },
    ...(typeof replayName === 'string' && { replayName }),
  };
}

const isEventType = (text: string): text is EventType => Object.hasOwn(eventValidators, text);

const complaints = (errors: readonly SchemaError[] | null | undefined) =>
  inputErrors(errors)
    .map(({ path, message }) => `${path} ${message}`)
    .join('; ');

function parse(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Told below, as any other body that is no object.
  }
  throw new PermanentFault('the message body is not a JSON object');
}
