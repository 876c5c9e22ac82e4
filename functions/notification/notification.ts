import type { NewEvent } from '../shared/events.ts';
import type { Message } from './message.ts';
import type { Recipient } from './recipient.ts';

/** An e-mail that was handed over, or refused for good. One per recipient and event it tells of. */
export type Notification = {
  notificationId: string;
  userId: string;
  /** The event it tells of. */
  eventId: string;
  recipient: string;
  type: 'email';
  status: 'sent' | 'failed';
  subject: string;
  aboutId: string;
  sentAt: string;
};

export type Sending = {
  notificationId: string;
  recipient: Recipient;
  message: Message;
  eventId: string;
  status: Notification['status'];
  at: string;
};

/** What is kept of a letter, and the news of it. `at` is ISO 8601 UTC. */
export function recordNotification(sending: Sending): { notification: Notification; event: NewEvent<'notification.sent'> } {
  const { notificationId, recipient, message, eventId, status, at } = sending;
  const told = {
    notificationId,
    recipient: recipient.email,
    type: 'email',
    status,
    subject: message.subject,
    aboutId: message.aboutId,
  } as const;
  return {
    notification: { ...told, userId: recipient.userId, eventId, sentAt: at },
    event: { type: 'notification.sent', aggregateId: notificationId, aggregateVersion: 1, occurredOn: at, data: told },
  };
}
