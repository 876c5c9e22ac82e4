import { describe, expect, it } from 'vitest';
import { recordNotification } from './notification.ts';
import { recipientOf } from './recipient.ts';

const nerea = { userId: 'user-1', email: 'nerea@example.org', name: 'Nerea', registeredAt: '2026-11-22T10:00:00.000Z' };

describe('recipientOf', () => {
  it.each([
    [['admin' as const], true],
    [['buyer' as const, 'producer' as const], true],
    [['buyer' as const], false],
  ])('with the roles %j is staff: %s', (roles, isStaff) => {
    expect(recipientOf({ ...nerea, roles })).toEqual({ userId: 'user-1', email: 'nerea@example.org', name: 'Nerea', isStaff });
  });
});

describe('recordNotification', () => {
  it('keeps and tells how a letter ended', () => {
    const { notification, event } = recordNotification({
      notificationId: 'notification-1',
      recipient: recipientOf({ ...nerea, roles: ['buyer'] }),
      message: { subject: 'Your order is confirmed', text: 'All is well.', aboutId: 'order-1' },
      eventId: 'event-1',
      status: 'failed',
      at: '2026-11-22T10:00:01.000Z',
    });
    const told = {
      notificationId: 'notification-1',
      recipient: 'nerea@example.org',
      type: 'email',
      status: 'failed',
      subject: 'Your order is confirmed',
      aboutId: 'order-1',
    };
    expect(notification).toEqual({ ...told, userId: 'user-1', eventId: 'event-1', sentAt: '2026-11-22T10:00:01.000Z' });
    expect(event).toEqual({
      type: 'notification.sent',
      aggregateId: 'notification-1',
      aggregateVersion: 1,
      occurredOn: '2026-11-22T10:00:01.000Z',
      data: told,
    });
  });
});
