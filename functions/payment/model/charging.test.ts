import { describe, expect, it } from 'vitest';
import { type ChargeCommand, type ChargeReport, decideAttempt, decideReport } from './charging.ts';
import type { Payment } from './payment.ts';
import { decideClosing, decideReversals } from './reversal.ts';

const at = '2026-11-22T10:00:00.000Z';
const orderId = '0193a000-0000-7000-8000-00000000000a';
const paymentId = '0193a000-0000-7000-8000-00000000000b';
const amount = { amountMinor: 1250, currency: 'EUR' };
const command: ChargeCommand = {
  ...{ orderId, paymentId, customerId: '0193a000-0000-7000-8000-00000000000c', amount, source: 'tok_ok' },
  ...{ attempt: 1, taskToken: 'token-1', taskEnteredAt: at, taskRetries: 0, at },
};
const completed = (attempt: number): ChargeReport => ({
  ...{ attempt, amount, at },
  ...{ result: 'completed', chargeId: `charge-${attempt}`, transactionId: `transaction-${attempt}` },
});
const failed = (attempt: number, retryable: boolean): ChargeReport => ({
  ...{ attempt, amount, at },
  ...{ result: 'failed', retryable, reason: 'insufficient funds' },
});

/** The payment after these decisions; a decision without a change leaves it. */
type Step = (stored: Payment | undefined) => Payment | undefined;
const given = (...steps: Step[]) => steps.reduce<Payment | undefined>((stored, step) => step(stored), undefined);
const stores =
  (attempt: number, taskToken = `token-${attempt}`): Step =>
  (stored) => {
    const decision = decideAttempt({ ...command, attempt, taskToken }, stored);
    return decision.outcome === 'charge' ? (decision.change?.payment ?? stored) : stored;
  };
const reports =
  (report: ChargeReport): Step =>
  (stored) => {
    const decision = decideReport(report, stored);
    return decision.outcome === 'recorded' ? decision.change.payment : stored;
  };
const closes: Step = (stored) => decideClosing({ orderId, at }, stored)?.payment ?? stored;

describe('decideAttempt', () => {
  it('stores payment, attempt and token before anything is charged', () => {
    expect(decideAttempt(command, undefined)).toMatchObject({
      outcome: 'charge',
      change: {
        payment: {
          ...{ status: 'initiated', paymentId, taskToken: 'token-1', version: 1 },
          attempts: [{ n: 1, key: `${orderId}:1`, status: 'intent' }],
        },
        events: [{ type: 'payment.initiated', aggregateId: paymentId, data: { attempt: 1, amount } }],
      },
    });
  });

  it('replaces the token of the attempt under way, whichever attempt the task names', () => {
    const decision = decideAttempt({ ...command, attempt: 2, taskToken: 'token-2' }, given(stores(1)));
    expect(decision).toMatchObject({
      outcome: 'charge',
      payment: { taskToken: 'token-2', attempts: [{ n: 1 }] },
      change: { events: [] },
    });
  });

  it.each([
    ['was entered earlier', '2026-11-22T09:55:00.000Z', 5],
    ['is an earlier try of the same task', at, 0],
  ])('neither charges nor takes the token over for a task that %s', (_, taskEnteredAt, taskRetries) => {
    const newer = decideAttempt({ ...command, taskToken: 'newer', taskRetries: 1 }, undefined);
    if (newer.outcome !== 'charge') throw new Error('the first task charges');
    const older = { ...command, taskToken: 'older', taskEnteredAt, taskRetries };
    expect(decideAttempt(older, newer.payment)).toEqual({ outcome: 'superseded' });
  });

  it.each([
    ['was entered later', '2026-11-22T10:05:00.000Z', 0],
    ['is a later try of the same task', at, 1],
    ['was entered at the same time, in another execution', at, 0],
  ])('takes the token of a task that %s', (_, taskEnteredAt, taskRetries) => {
    const decision = decideAttempt({ ...command, taskToken: 'newer', taskEnteredAt, taskRetries }, given(stores(1)));
    expect(decision).toMatchObject({ outcome: 'charge', payment: { taskToken: 'newer', taskEnteredAt, taskRetries } });
  });

  it('writes nothing when the same call comes twice', () => {
    expect(decideAttempt(command, given(stores(1)))).not.toHaveProperty('change');
  });

  it('goes on to the next attempt after a failure only', () => {
    const decision = decideAttempt({ ...command, attempt: 2 }, given(stores(1), reports(failed(1, true))));
    expect(decision).toMatchObject({
      outcome: 'charge',
      payment: { status: 'initiated', attempts: [{ n: 1 }, { n: 2, status: 'intent' }] },
    });
  });

  it.each([
    ['completed', given(stores(1), reports(completed(1))), { outcome: 'completed', paymentId }],
    ['failed for now', given(stores(1), reports(failed(1, true))), { outcome: 'retryable', reason: 'insufficient funds' }],
    ['failed for good', given(stores(1), reports(failed(1, false))), { outcome: 'final', reason: 'insufficient funds' }],
    ['closed', given(stores(1), closes), { outcome: 'cancelled' }],
    ['closed before it began', given(closes), { outcome: 'cancelled' }],
  ])('answers at once when the payment is %s', (_, stored, answer) => {
    expect(decideAttempt({ ...command, taskToken: 'another' }, stored)).toEqual({ outcome: 'settled', answer });
  });
});

describe('decideReport', () => {
  it('settles with the first completion', () => {
    expect(decideReport(completed(1), given(stores(1)))).toMatchObject({
      outcome: 'recorded',
      change: {
        payment: { status: 'completed', completedBy: 1, attempts: [{ status: 'completed', chargeId: 'charge-1' }] },
        events: [{ type: 'payment.completed', data: { attempt: 1, transactionId: 'transaction-1' } }],
      },
    });
  });

  it('announces a failure and whether it may be tried again', () => {
    expect(decideReport(failed(1, true), given(stores(1)))).toMatchObject({
      change: { payment: { status: 'failed', retryable: true }, events: [{ type: 'payment.failed', data: { retryable: true } }] },
    });
  });

  it.each([
    ['a completion reported twice', completed(1), given(stores(1), reports(completed(1)))],
    ['a failure reported twice', failed(1, true), given(stores(1), reports(failed(1, true)))],
    ['a failure after the completion', failed(1, false), given(stores(1), reports(completed(1)))],
    ['a failure of an attempt that another followed', failed(1, false), given(stores(1), reports(failed(1, true)), stores(2))],
    ['a failure after the closing', failed(1, false), given(stores(1), closes)],
  ])('finds nothing new in %s', (_, report, stored) => {
    expect(decideReport(report, stored)).toEqual({ outcome: 'nothing-new' });
  });

  const second = { ...completed(1), chargeId: 'charge-second' };
  const paid = given(stores(1), reports(completed(1)));
  const refundedOf = (stored: Payment | undefined) => decideReversals([{ n: 1, outcome: 'refunded' }], at, stored)?.payment;

  it.each([
    ['completed', paid, 'completed'],
    ['completed and closed', given(() => paid, closes), 'closed'],
    ['completed and refunded', refundedOf(given(() => paid, closes)), 'closed'],
  ])('records a second charge of an attempt that is %s as owed back', (_, stored, status) => {
    const decision = decideReport(second, stored);
    expect(decision).toMatchObject({
      outcome: 'second-charge',
      change: {
        payment: { status, secondCharges: [{ chargeId: 'charge-second', attempt: 1, amount, status: 'owed' }] },
        events: [{ type: 'payment.reversal.requested', data: { reason: 'second-charge' } }],
      },
    });
    if (decision.outcome !== 'second-charge') return;
    expect(decideReport(second, decision.change.payment)).toEqual({ outcome: 'nothing-new' });
    expect(decideReport(completed(1), decision.change.payment)).toEqual({ outcome: 'nothing-new' });
  });

  it('records a second charge of other money too, with what was taken', () => {
    const more = { amountMinor: 9900, currency: 'EUR' };
    expect(decideReport({ ...second, amount: more }, paid)).toMatchObject({
      change: { payment: { secondCharges: [{ amount: more }] } },
    });
  });

  it('accepts the completion of an attempt that was reported as failed', () => {
    const decision = decideReport(completed(1), given(stores(1), reports(failed(1, true))));
    expect(decision).toMatchObject({ change: { payment: { status: 'completed', completedBy: 1 } } });
  });

  it('asks for the reversal of every other attempt', () => {
    const decision = decideReport(completed(1), given(stores(1), reports(failed(1, true)), stores(2)));
    expect(decision).toMatchObject({
      change: {
        payment: { completedBy: 1, attempts: [{ status: 'completed' }, { status: 'intent' }] },
        events: [{ type: 'payment.completed' }, { type: 'payment.reversal.requested', data: { reason: 'stray-attempt' } }],
      },
    });
  });

  it('records late money of a closed payment, whose reversal was requested before', () => {
    expect(decideReport(completed(1), given(stores(1), closes))).toMatchObject({
      outcome: 'recorded',
      change: { payment: { status: 'closed', attempts: [{ status: 'completed' }] }, events: [] },
    });
  });

  it.each([
    ['nothing is stored', undefined, completed(1)],
    ['the payment never began', given(closes), completed(1)],
    ['the attempt never began', given(stores(1)), completed(2)],
  ])('does not know the charge when %s', (_, stored, report) => {
    expect(decideReport(report, stored)).toEqual({ outcome: 'unknown-charge' });
  });

  it.each([
    { amountMinor: 1249, currency: 'EUR' },
    { amountMinor: 1250, currency: 'USD' },
  ])('refuses other money, %o', (other) => {
    expect(decideReport({ ...completed(1), amount: other }, given(stores(1)))).toEqual({
      outcome: 'amount-mismatch',
      expected: amount,
    });
  });
});
