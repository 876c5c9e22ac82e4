import { describe, expect, it } from 'vitest';
import {
  type Claim,
  decideClaim,
  decideDue,
  decideEnd,
  type Ended,
  type Held,
  leaseMs,
  released,
  type Waiting,
} from './notification.ts';

const at = '2026-11-22T10:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
const facts = {
  notificationId: 'notification-1',
  cause: 'order.confirmed',
  subject: 'Your order is confirmed',
  aboutId: 'order-1',
};
const name = { userId: 'user-1', eventId: 'event-1', channel: 'email' } as const;
const first = { name, ...facts, at };
const second = { ...first, notificationId: 'notification-2' };
const claim: Claim = { ...name, ...facts, createdAt: at, version: 1, status: 'sending', leaseUntil: later(leaseMs) };
const held: Held = {
  correlationId: 'correlation-1',
  traceparent: 'trace-1',
  dueAt: later(3_600_000),
  heldSince: at,
  content: { channel: 'sms', text: 'Hello' },
};
const waiting: Waiting = { ...name, channel: 'sms', ...facts, createdAt: at, version: 1, status: 'held', held };

const end = (status: 'sent' | 'failed'): Ended => {
  const ended = decideEnd(claim, { status, at: later(1000), recipient: 'nerea@example.org' }, claim);
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

  it('lets another delivery take over after the lease, or at once when nothing was sent', () => {
    const taken = { outcome: 'claimed', claim: { notificationId: 'notification-2', createdAt: at } };
    expect(decideClaim({ ...second, at: later(leaseMs) }, claim)).toMatchObject(taken);
    expect(decideClaim({ ...second, at: later(1000) }, released(claim, later(1000)))).toMatchObject(taken);
  });

  it.each(['sent', 'failed'] as const)('sends nothing again that was %s', (status) => {
    expect(decideClaim({ ...second, at: later(2 * leaseMs) }, end(status))).toEqual({ outcome: 'settled' });
  });

  it('holds a message in quiet hours, and leaves it to the job from then on', () => {
    expect(decideClaim({ ...first, name: { ...name, channel: 'sms' }, hold: held }, undefined)).toEqual({
      outcome: 'held',
      notification: waiting,
    });
    expect(decideClaim({ ...second, at: later(2 * leaseMs) }, waiting)).toEqual({ outcome: 'settled' });
    expect(decideClaim({ ...second, at: later(2 * leaseMs) }, { ...claim, held })).toEqual({ outcome: 'settled' });
  });
});

describe('decideDue', () => {
  const due = { at: held.dueAt, quietUntil: undefined };

  it('lets one run send', () => {
    const decision = decideDue(waiting, due);
    expect(decision).toMatchObject({ outcome: 'claimed', claim: { version: 2, held } });
    if (decision.outcome !== 'claimed') throw new Error('it is claimed');
    expect(decideDue(decision.claim, due)).toEqual({ outcome: 'being-sent' });
    expect(decideDue(decision.claim, { ...due, at: later(3_600_000 + leaseMs) })).toMatchObject({ outcome: 'claimed' });
  });

  it('puts off what became due too late, into the next quiet hours', () => {
    const quietUntil = later(86_400_000);
    expect(decideDue(waiting, { ...due, quietUntil })).toMatchObject({
      outcome: 'put-off',
      notification: { status: 'held', version: 2, held: { dueAt: quietUntil } },
    });
  });

  it('has nothing to do with what was never held, has ended or is gone', () => {
    for (const stored of [undefined, claim, end('sent')]) expect(decideDue(stored, due)).toEqual({ outcome: 'settled' });
  });
});

describe('decideEnd', () => {
  const failed = { status: 'failed', at: later(1000), recipient: 'nerea@example.org' } as const;

  it('records and publishes how sending ended; the address is in the event only', () => {
    const { notificationId, subject, aboutId } = facts;
    expect(decideEnd(claim, failed, claim)).toEqual({
      notification: { ...name, ...facts, createdAt: at, version: 2, status: 'failed', endedAt: later(1000) },
      event: {
        type: 'notification.sent',
        aggregateId: notificationId,
        aggregateVersion: 1,
        occurredOn: later(1000),
        data: {
          notificationId,
          recipient: failed.recipient,
          recipientId: 'user-1',
          type: 'email',
          status: 'failed',
          subject,
          aboutId,
        },
      },
    });
  });

  it('records nothing once another delivery has taken over', () => {
    expect(decideEnd(claim, failed, { ...claim, version: 2 })).toBeUndefined();
    expect(decideEnd(claim, failed, end('failed'))).toBeUndefined();
    expect(decideEnd(claim, failed, undefined)).toBeUndefined();
  });

  it('publishes nothing about a message that was dropped', () => {
    expect(decideEnd(waiting, { ...failed, status: 'dropped' }, waiting)).toEqual({
      notification: expect.objectContaining({ status: 'dropped' }),
    });
  });
});
