import type { NewEvent } from '../../shared/domain-event.ts';
import type { Message } from './message.ts';
import type { Recipient } from './recipient.ts';

/**
 * One e-mail to one recipient about one event: none → sending → sent or failed (refused for good). Whoever stores `sending` may send
 * until the lease ends, so that two deliveries of an event at the same moment make one letter. A sender that died is succeeded by the
 * next delivery after the lease: at worst that letter goes out twice, never not at all.
 */
export type Notification = Told & ({ status: 'sending'; leaseUntil: string } | { status: 'sent' | 'failed'; endedAt: string });

type Told = {
  notificationId: string;
  userId: string;
  /** The event it tells of. */
  eventId: string;
  recipient: string;
  type: 'email';
  subject: string;
  aboutId: string;
};

export type Claim = Extract<Notification, { status: 'sending' }>;
export type Claiming =
  | { outcome: 'claimed'; claim: Claim }
  /** Told, or refused for good, before. */
  | { outcome: 'ended' }
  /** Another delivery of the event is at it: look again later. */
  | { outcome: 'being-sent' };

/** Longer than all attempts of one send take. */
export const leaseMs = 60_000;

export type Telling = { notificationId: string; recipient: Recipient; message: Message; eventId: string; at: string };

/** Who sends this letter. Times are ISO 8601 UTC. */
export function claimNotification(telling: Telling, stored: Notification | undefined): Claiming {
  const { notificationId, recipient, message, eventId, at } = telling;
  if (stored !== undefined && stored.status !== 'sending') return { outcome: 'ended' };
  if (stored !== undefined && stored.leaseUntil > at) return { outcome: 'being-sent' };
  const { subject, aboutId } = message;
  const told: Told = {
    notificationId,
    userId: recipient.userId,
    eventId,
    recipient: recipient.email,
    type: 'email',
    subject,
    aboutId,
  };
  return {
    outcome: 'claimed',
    claim: { ...told, status: 'sending', leaseUntil: new Date(Date.parse(at) + leaseMs).toISOString() },
  };
}

/** How the sending ended, and the news of it. */
export function endNotification(
  { leaseUntil: _, ...told }: Claim,
  status: 'sent' | 'failed',
  at: string,
): { notification: Notification; event: NewEvent<'notification.sent'> } {
  const { notificationId, recipient, type, subject, aboutId } = told;
  return {
    notification: { ...told, status, endedAt: at },
    event: {
      type: 'notification.sent',
      aggregateId: notificationId,
      aggregateVersion: 1,
      occurredOn: at,
      data: { notificationId, recipient, type, status, subject, aboutId },
    },
  };
}
