import { PermanentFault } from '../../shared/faults.ts';
import { jsonObject, objectOf } from '../../shared/input/json-object.ts';
import type { Feedback } from './recipients/mailbox.ts';

/** A bounce or complaint as SES publishes it on the default bus of EventBridge, for the recipient named by the tags of the e-mail. */
export type SesFeedback = {
  /** The id of the event at SES. */
  eventId: string;
  organizationId: string;
  userId: string;
  correlationId: string;
  feedback: readonly Feedback[];
};

/**
 * Reads an SQS body (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html). A bounce that SES cannot
 * explain counts as a temporary one. @throws {PermanentFault} when it is no such event
 */
export function sesFeedbackFrom(body: string): SesFeedback {
  const event = jsonObject(body) ?? malformed('JSON object');
  const detail = fields(event.detail, 'detail');
  const mail = fields(detail.mail, 'mail');
  const tags = fields(mail.tags, 'tags');
  const about = {
    eventId: text(event.id, 'id'),
    organizationId: firstText(tags.organizationId, 'organizationId'),
    userId: firstText(tags.recipientId, 'recipientId'),
    correlationId: firstText(tags.correlationId, 'correlationId'),
  };
  const messageId = text(mail.messageId, 'messageId');
  const { kind, recipients, timestamp } = resultOf(detail);
  const at = new Date(timestamp).toISOString();
  const addresses = recipients.map((recipient) => text(fields(recipient, 'a recipient').emailAddress, 'emailAddress'));
  return { ...about, feedback: addresses.map((address) => ({ address, kind, messageId, at })) };
}

function resultOf(detail: Record<string, unknown>): { kind: Feedback['kind']; recipients: unknown[]; timestamp: string } {
  if (detail.complaint !== undefined) {
    const { complainedRecipients, timestamp } = fields(detail.complaint, 'complaint');
    return { kind: 'complaint', recipients: listOf(complainedRecipients), timestamp: time(timestamp) };
  }
  const { bounceType, bouncedRecipients, timestamp } = fields(detail.bounce, 'bounce');
  const kind = bounceType === 'Permanent' ? 'permanent' : 'temporary';
  return { kind, recipients: listOf(bouncedRecipients), timestamp: time(timestamp) };
}

const fields = (value: unknown, what: string): Record<string, unknown> => objectOf(value) ?? malformed(what);
const text = (value: unknown, what: string): string => (typeof value === 'string' ? value : malformed(what));
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : malformed('the recipients'));
const firstText = (value: unknown, what: string): string => text(Array.isArray(value) ? value[0] : undefined, what);
const time = (value: unknown): string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : malformed('timestamp');

function malformed(what: string): never {
  throw new PermanentFault(`the feedback of SES has no ${what}`);
}
