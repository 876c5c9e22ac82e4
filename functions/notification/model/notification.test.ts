import { describe, expect, it } from 'vitest';
import { decideClaim, decideEnd, type Ended, leaseMs, type Notification } from './notification.ts';

const at = '2026-11-22T10:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
const first = {
  notificationId: 'notification-1',
  recipient: { userId: 'user-1', email: 'nerea@example.org', name: 'Nerea' },
  message: { subject: 'Your order is confirmed', text: 'All is well.', aboutId: 'order-1' },
  eventId: 'event-1',
  at,
};
const shown = {
  notificationId: 'notification-1',
  recipient: 'nerea@example.org',
  type: 'email',
  subject: 'Your order is confirmed',
  aboutId: 'order-1',
} as const;
const claim = {
  ...shown,
  userId: 'user-1',
  eventId: 'event-1',
  status: 'sending',
  leaseUntil: later(leaseMs),
} as const satisfies Notification;
const second = { ...first, notificationId: 'notification-2' };

const end = (status: 'sent' | 'failed'): Ended => {
  const ended = decideEnd({ claim, status, at: later(1000) }, claim);
  if (ended === undefined) throw new Error('the claim is stored');
  return ended.notification;
};

describe('decideClaim', () => {
  it('lets the first delivery send', () => {
    expect(decideClaim(first, undefined)).toEqual({ outcome: 'claimed', claim });
  });

  it('lets no other delivery send until the lease ends', () => {
    expect(decideClaim({ ...second, at: later(leaseMs - 1) }, claim)).toEqual({ outcome: 'being-sent' });
  });

  it('lets another delivery take over after the lease', () => {
    expect(decideClaim({ ...second, at: later(leaseMs) }, claim)).toMatchObject({
      outcome: 'claimed',
      claim: { notificationId: 'notification-2', leaseUntil: later(2 * leaseMs) },
    });
  });

  it.each(['sent', 'failed'] as const)('sends nothing again that was %s', (status) => {
    expect(decideClaim({ ...second, at: later(2 * leaseMs) }, end(status))).toEqual({ outcome: 'ended' });
  });
});

describe('decideEnd', () => {
  it('records and publishes how sending ended', () => {
    expect(decideEnd({ claim, status: 'failed', at: later(1000) }, claim)).toEqual({
      notification: { ...shown, userId: 'user-1', eventId: 'event-1', status: 'failed', endedAt: later(1000) },
      event: {
        type: 'notification.sent',
        aggregateId: 'notification-1',
        aggregateVersion: 1,
        occurredOn: later(1000),
        data: { ...shown, recipientId: 'user-1', status: 'failed' },
      },
    });
  });

  it('records nothing once another delivery has taken over', () => {
    const sent = { claim, status: 'sent', at: later(2 * leaseMs) } as const;
    expect(decideEnd(sent, { ...claim, notificationId: 'notification-2' })).toBeUndefined();
    expect(decideEnd(sent, end('failed'))).toBeUndefined();
    expect(decideEnd(sent, undefined)).toBeUndefined();
  });
});
