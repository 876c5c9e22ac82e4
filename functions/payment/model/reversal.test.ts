import { describe, expect, it } from 'vitest';
import type { Attempt, ClosedPayment, CompletedPayment, FailedPayment, InitiatedPayment } from './payment.ts';
import {
  contradictedCharges,
  decideAnswer,
  decideClosing,
  decideReversals,
  isReversalDue,
  owedCharges,
  owedReversals,
} from './reversal.ts';

const at = '2026-11-22T10:00:00.000Z';
const orderId = '0193a000-0000-7000-8000-00000000000a';
const paymentId = '0193a000-0000-7000-8000-00000000000b';
const opened = {
  ...{ paymentId, orderId, customerId: '0193a000-0000-7000-8000-00000000000c', source: 'tok_ok', taskToken: 'token', version: 4 },
  ...{ taskEnteredAt: '2026-11-22T10:00:00.000Z', taskRetries: 0 },
  ...{ amount: { amountMinor: 1250, currency: 'EUR' }, initiatedAt: at },
};
const intent = (n: number): Attempt => ({ status: 'intent', n, key: `${orderId}:${n}` });
const charged = (n: number): Attempt => ({ ...intent(n), status: 'completed', chargeId: 'charge', transactionId: 'transaction' });
const declined = (n: number): Attempt => ({
  ...intent(n),
  status: 'failed',
  reason: 'no funds',
  retryable: true,
});
const reversed = (n: number, status: 'voided' | 'refunded'): Attempt => ({ ...intent(n), status });

const initiated: InitiatedPayment = { ...opened, status: 'initiated', attempts: [declined(1), intent(2)] };
const completed: CompletedPayment = { ...opened, status: 'completed', attempts: [charged(1)], completedBy: 1, completedAt: at };
const failed: FailedPayment = { ...opened, status: 'failed', attempts: [declined(1)], retryable: false, reason: 'no funds' };
const closed = (...attempts: Attempt[]): ClosedPayment => ({ ...opened, status: 'closed', attempts, closedAt: at });

describe('decideClosing', () => {
  it('leaves a tombstone where nothing began, and owes nothing', () => {
    const change = decideClosing({ orderId, at }, undefined);
    expect(change).toEqual({ payment: { status: 'tombstone', orderId, closedAt: at, version: 1 }, events: [] });
    expect(owedReversals(change?.payment)).toEqual([]);
  });

  it.each([initiated, completed, failed])('closes one that is $status and asks for the reversal of its charges', (stored) => {
    const change = decideClosing({ orderId, at }, stored);
    expect(change).toMatchObject({
      payment: { status: 'closed', version: 5 },
      events: [{ type: 'payment.reversal.requested', data: { paymentId, orderId, reason: 'closed' } }],
    });
    expect(owedReversals(change?.payment)).toEqual(stored.attempts);
  });

  it('closes once', () => {
    expect(decideClosing({ orderId, at }, closed(charged(1)))).toBeUndefined();
    expect(decideClosing({ orderId, at }, { status: 'tombstone', orderId, closedAt: at, version: 1 })).toBeUndefined();
  });
});

describe('decideAnswer', () => {
  it('answers how a settled payment ended and leaves it', () => {
    expect(decideAnswer({ orderId, attempt: 1, at }, completed)).toEqual({ answer: { outcome: 'completed', paymentId } });
    expect(decideAnswer({ orderId, attempt: 1, at }, failed)).toEqual({ answer: { outcome: 'final', reason: 'no funds' } });
    expect(decideAnswer({ orderId, attempt: 1, at }, closed(intent(1)))).toEqual({ answer: { outcome: 'cancelled' } });
  });

  it.each([undefined, initiated])('closes one that is under way or never began', (stored) => {
    const { answer, change } = decideAnswer({ orderId, attempt: 2, at }, stored);
    expect(answer).toEqual({ outcome: 'cancelled' });
    expect(change).toEqual(decideClosing({ orderId, at }, stored));
  });
});

describe('decideAnswer, asked about another attempt than the current one', () => {
  it('takes no earlier failure for the end of a later attempt: it closes the payment', () => {
    const retryable: FailedPayment = { ...failed, retryable: true };
    const { answer, change } = decideAnswer({ orderId, attempt: 2, at }, retryable);
    expect(answer).toEqual({ outcome: 'cancelled' });
    expect(change).toMatchObject({ payment: { status: 'closed' } });
  });

  it('answers with the completion of an earlier attempt, since that is how the payment ended', () => {
    expect(decideAnswer({ orderId, attempt: 2, at }, completed)).toEqual({ answer: { outcome: 'completed', paymentId } });
  });

  it('leaves a later attempt under way: its own task waits for it', () => {
    expect(decideAnswer({ orderId, attempt: 1, at }, initiated)).toMatchObject({ answer: { outcome: 'retryable' } });
    expect(decideAnswer({ orderId, attempt: 1, at }, initiated)).not.toHaveProperty('change');
  });
});

describe('owedReversals', () => {
  it('keeps the charge that settled the payment and reverses every other', () => {
    const stored = { ...completed, attempts: [declined(1), charged(2), charged(3), reversed(4, 'voided')], completedBy: 2 };
    expect(owedReversals(stored).map(({ n }) => n)).toEqual([1, 3]);
  });

  it('owes nothing while the payment is under way', () => {
    expect([...owedReversals(initiated), ...owedReversals(failed)]).toEqual([]);
  });
});

describe('decideReversals', () => {
  it('announces each refund and no void', () => {
    const change = decideReversals(
      [
        { n: 1, outcome: 'voided' },
        { n: 2, outcome: 'refunded' },
      ],
      at,
      closed(declined(1), charged(2)),
    );
    expect(change).toMatchObject({
      payment: {
        attempts: [
          { n: 1, status: 'voided' },
          { n: 2, status: 'refunded' },
        ],
        version: 5,
      },
      events: [{ type: 'payment.refunded', data: { attempt: 2, amount: opened.amount } }],
    });
    expect(owedReversals(change?.payment)).toEqual([]);
  });

  it('announces a refund once', () => {
    expect(decideReversals([{ n: 1, outcome: 'refunded' }], at, closed(reversed(1, 'refunded')))).toBeUndefined();
  });

  it('does not void a charge that was reported as paid: it stays owed', () => {
    expect(decideReversals([{ n: 1, outcome: 'voided' }], at, closed(charged(1)))).toBeUndefined();
  });

  it('names such charges, and no others', () => {
    const voided = (n: number) => ({ n, outcome: 'voided' as const });
    expect(contradictedCharges([voided(1), voided(2)], closed(charged(1), intent(2)))).toEqual([charged(1)]);
    expect(contradictedCharges([{ n: 1, outcome: 'refunded' }], closed(charged(1)))).toEqual([]);
    expect(contradictedCharges([voided(1)], closed(reversed(1, 'refunded')))).toEqual([]);
  });

  it('owes the charge that was reported when the provider gave back another one for the same key', () => {
    const change = decideReversals([{ n: 1, outcome: 'refunded', chargeId: 'another' }], at, closed(charged(1)));
    expect(change).toMatchObject({
      payment: {
        attempts: [{ status: 'refunded', chargeId: 'another' }],
        secondCharges: [{ chargeId: 'charge', attempt: 1, amount: opened.amount, status: 'owed' }],
      },
      events: [{ type: 'payment.refunded' }, { type: 'payment.reversal.requested', data: { reason: 'second-charge' } }],
    });
  });

  it('gives a second charge back by its id, and keeps the one that settled the payment', () => {
    const other = { amountMinor: 300, currency: 'EUR' };
    const second = { chargeId: 'charge-second', attempt: 1, amount: other, status: 'owed' } as const;
    const stored = { ...completed, secondCharges: [second] };
    expect([owedReversals(stored), owedCharges(stored)]).toEqual([[], ['charge-second']]);
    const change = decideReversals([], at, stored, [{ chargeId: 'charge-second' }]);
    expect(change).toMatchObject({
      payment: { status: 'completed', attempts: [charged(1)], secondCharges: [{ status: 'refunded' }] },
      events: [{ type: 'payment.refunded', data: { attempt: 1, amount: other } }],
    });
    expect(owedCharges(change?.payment)).toEqual([]);
    expect(decideReversals([], at, change?.payment, [{ chargeId: 'charge-second' }])).toBeUndefined();
  });

  it('leaves the charge that settled the payment', () => {
    expect(decideReversals([{ n: 1, outcome: 'refunded' }], at, completed)).toBeUndefined();
  });
});

describe('isReversalDue', () => {
  it.each([
    ['leaves a minute to the event that asks for it', { owedSince: '2026-11-22T09:59:30.000Z' }, false],
    ['is due after that minute', { owedSince: '2026-11-22T09:58:59.999Z' }, true],
    ['waits after a refusal', { owedSince: '2026-11-22T09:00:00.000Z', notBefore: '2026-11-22T10:00:00.001Z' }, false],
    ['is due again when the pause is over', { owedSince: '2026-11-22T09:00:00.000Z', notBefore: at }, true],
  ])('%s', (_, owed, isDue) => {
    expect(isReversalDue(owed, at)).toBe(isDue);
  });
});
