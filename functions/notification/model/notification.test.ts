import { describe, expect, it } from 'vitest';
import { claimNotification, endNotification, leaseMs, type Notification } from './notification.ts';
import { recipientOf } from './recipient.ts';

const nerea = { userId: 'user-1', email: 'nerea@example.org', name: 'Nerea', registeredAt: '2026-11-22T10:00:00.000Z' };

const at = '2026-11-22T10:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
const telling = {
  notificationId: 'notification-1',
  recipient: recipientOf({ ...nerea, roles: ['buyer'] }, 1),
  message: { subject: 'Your order is confirmed', text: 'All is well.', aboutId: 'order-1' },
  eventId: 'event-1',
  at,
};
const told = {
  notificationId: 'notification-1',
  recipient: 'nerea@example.org',
  type: 'email',
  subject: 'Your order is confirmed',
  aboutId: 'order-1',
} as const;
const claim = {
  ...told,
  userId: 'user-1',
  eventId: 'event-1',
  status: 'sending',
  leaseUntil: later(leaseMs),
} as const satisfies Notification;
const second = { ...telling, notificationId: 'notification-2' };

describe('claimNotification', () => {
  it('lets the first delivery send', () => {
    expect(claimNotification(telling, undefined)).toEqual({ outcome: 'claimed', claim });
  });

  it('lets no other send while the first may be at it', () => {
    expect(claimNotification({ ...second, at: later(leaseMs - 1) }, claim)).toEqual({ outcome: 'being-sent' });
  });

  it('lets another succeed a sender that never said how it ended', () => {
    expect(claimNotification({ ...second, at: later(leaseMs) }, claim)).toMatchObject({
      outcome: 'claimed',
      claim: { notificationId: 'notification-2', leaseUntil: later(2 * leaseMs) },
    });
  });

  it.each(['sent', 'failed'] as const)('sends nothing again that was %s', (status) => {
    const { notification } = endNotification(claim, status, at);
    expect(claimNotification({ ...second, at: later(2 * leaseMs) }, notification)).toEqual({ outcome: 'ended' });
  });
});

describe('endNotification', () => {
  it('keeps and tells how a letter ended', () => {
    const { notification, event } = endNotification(claim, 'failed', later(1000));
    expect(notification).toEqual({ ...told, userId: 'user-1', eventId: 'event-1', status: 'failed', endedAt: later(1000) });
    expect(event).toEqual({
      type: 'notification.sent',
      aggregateId: 'notification-1',
      aggregateVersion: 1,
      occurredOn: later(1000),
      data: { ...told, status: 'failed' },
    });
  });
});
