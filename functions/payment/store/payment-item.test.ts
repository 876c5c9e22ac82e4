import { describe, expect, it } from 'vitest';
import type { Attempt, Payment } from '../model/payment.ts';
import { paymentFrom } from './payment-item.ts';

const at = '2026-11-22T10:00:00.000Z';
const attempts: Attempt[] = [
  { n: 1, key: 'order:1', status: 'failed', reason: 'no funds', retryable: true },
  { n: 2, key: 'order:2', status: 'voided' },
  { n: 3, key: 'order:3', status: 'completed', chargeId: 'charge', transactionId: 'transaction' },
];
const opened = {
  ...{ paymentId: 'payment', orderId: 'order', customerId: 'customer', source: 'tok_ok', taskToken: 'token', version: 4 },
  ...{ amount: { amountMinor: 1250, currency: 'EUR' }, attempts, initiatedAt: at },
};
const payments: Payment[] = [
  { ...opened, status: 'initiated', attempts: [{ n: 1, key: 'order:1', status: 'intent' }] },
  { ...opened, status: 'completed', completedBy: 3, completedAt: at },
  { ...opened, status: 'failed', retryable: true, reason: 'no funds' },
  { ...opened, status: 'closed', closedAt: at, attempts: [{ n: 1, key: 'order:1', status: 'refunded' }] },
  { status: 'tombstone', orderId: 'order', closedAt: at, version: 1 },
];

describe('paymentFrom', () => {
  it.each(payments)('reads back what was stored of one that is $status', (payment) => {
    const keys = { pk: 'ORG#o#PAYMENT#order', sk: 'PAYMENT', organizationId: 'o' };
    expect(paymentFrom({ ...keys, ...payment })).toEqual(payment);
  });

  it('takes no state that it does not know', () => {
    expect(() => paymentFrom({ ...opened, status: 'paid' })).toThrow('cannot be paid');
    expect(() => paymentFrom({ ...opened, status: 'initiated', attempts: [{ status: 'lost' }] })).toThrow('cannot be lost');
  });
});
