import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFeedback,
  afterVerification,
  type Feedback,
  isStopped,
  type Mailboxes,
  noMailboxes,
  temporaryBounces,
} from './mailbox.ts';

const address = 'ana@example.org';
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const bounce = (n: number, kind: Feedback['kind'] = 'temporary'): Feedback => ({ address, kind, messageId: `m${n}`, at: day(n) });
const mailboxesAfter = (...feedback: readonly Feedback[]) =>
  feedback.reduce<Mailboxes>((before, one) => afterFeedback(before, one) ?? before, noMailboxes('user-1'));
const bounces = Array.from({ length: temporaryBounces.limit }, (_, n) => bounce(n));

describe('a mailbox', () => {
  it.each(['permanent', 'complaint'] as const)('is stopped by a %s, and no other is', (kind) => {
    const mailboxes = mailboxesAfter(bounce(0, kind));
    expect(isStopped(mailboxes, 'ANA@example.org', day(400))).toBe(true);
    expect(isStopped(mailboxes, 'bea@example.org', day(0))).toBe(false);
  });

  it('is stopped by the last of several temporary bounces, until they are long ago', () => {
    expect(isStopped(mailboxesAfter(...bounces.slice(1)), address, day(5))).toBe(false);
    expect(isStopped(mailboxesAfter(...bounces), address, day(5))).toBe(true);
    expect(isStopped(mailboxesAfter(...bounces), address, day(temporaryBounces.withinDays))).toBe(false);
  });

  it('is open again once its owner has verified it', () => {
    const verified = afterVerification(mailboxesAfter(bounce(0, 'permanent')), address);
    expect(verified && isStopped(verified, address, day(0))).toBe(false);
    expect(afterVerification(noMailboxes('user-1'), address)).toBeUndefined();
  });

  it('ends the same in whatever order and however often its feedback arrives', () => {
    const twice = [...bounces, ...bounces];
    fc.assert(
      fc.property(fc.shuffledSubarray(twice, { minLength: twice.length }), (arrivals) => {
        expect(mailboxesAfter(...arrivals).mailboxes).toEqual(mailboxesAfter(...bounces).mailboxes);
      }),
    );
  });

  it('remembers a few addresses of somebody who changes them often', () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ ...bounce(n), address: `${n}@example.org` }));
    expect(mailboxesAfter(...many).mailboxes).toHaveLength(10);
  });
});
