import type { NewEvent } from '../../shared/domain-event.ts';
import type { Message } from './message.ts';
import type { Addressee } from './recipient.ts';

type Facts = {
  notificationId: string;
  userId: string;
  /** The event that it is about. */
  eventId: string;
  recipient: string;
  type: 'email';
  subject: string;
  aboutId: string;
};
export type Claim = Facts & { status: 'sending'; leaseUntil: string };
export type Ended = Facts & { status: 'sent' | 'failed'; endedAt: string };
/**
 * One e-mail to one recipient about one event: none → sending → sent or failed (refused for good). The delivery that stores
 * `sending` may send until its lease ends, so two simultaneous deliveries of an event send one e-mail. When a sender dies, the next
 * delivery after the lease takes over: at worst the e-mail is sent twice; it is never lost.
 */
export type Notification = Claim | Ended;

export type ClaimDecision =
  | { outcome: 'claimed'; claim: Claim }
  /** It was sent, or refused for good, by an earlier delivery. */
  | { outcome: 'ended' }
  /** Another delivery of the event is sending it. */
  | { outcome: 'being-sent' };

/** Longer than all attempts of one send take. */
export const leaseMs = 60_000;

/** An e-mail that is to be sent. `at` is ISO 8601 UTC. */
export type ClaimNotification = { notificationId: string; recipient: Addressee; message: Message; eventId: string; at: string };

/** Decides whether this delivery sends the e-mail. */
export function decideClaim(command: ClaimNotification, stored: Notification | undefined): ClaimDecision {
  const { notificationId, recipient, message, eventId, at } = command;
  if (stored !== undefined && stored.status !== 'sending') return { outcome: 'ended' };
  if (stored !== undefined && stored.leaseUntil > at) return { outcome: 'being-sent' };
  const { userId, email } = recipient;
  const { subject, aboutId } = message;
  const leaseUntil = new Date(Date.parse(at) + leaseMs).toISOString();
  const facts: Facts = { notificationId, userId, eventId, recipient: email, type: 'email', subject, aboutId };
  return { outcome: 'claimed', claim: { ...facts, status: 'sending', leaseUntil } };
}

/**
 * Records how sending ended, with its event. Undefined when the claim is no longer the stored one: another delivery took over after
 * the lease and records its own end.
 */
export function decideEnd(
  { claim, status, at }: { claim: Claim; status: 'sent' | 'failed'; at: string },
  stored: Notification | undefined,
): { notification: Ended; event: NewEvent<'notification.sent'> } | undefined {
  if (stored?.status !== 'sending' || stored.notificationId !== claim.notificationId) return undefined;
  const { leaseUntil: _, ...facts } = claim;
  const { notificationId, userId, recipient, type, subject, aboutId } = facts;
  return {
    notification: { ...facts, status, endedAt: at },
    event: {
      type: 'notification.sent',
      aggregateId: notificationId,
      aggregateVersion: 1,
      occurredOn: at,
      data: { notificationId, recipient, recipientId: userId, type, status, subject, aboutId },
    },
  };
}
