import { describe, expect, it } from 'vitest';
import type { Attempt } from '../model/payment.ts';
import { paymentCodec, type StoredPayment } from './payment-codec.ts';

const at = '2026-11-22T10:00:00.000Z';
const trace = { correlationId: 'correlation-1', traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` };
const attempts: Attempt[] = [
  { n: 1, key: 'order:1', status: 'failed', reason: 'no funds', retryable: true },
  { n: 2, key: 'order:2', status: 'voided' },
  { n: 3, key: 'order:3', status: 'completed', chargeId: 'charge', transactionId: 'transaction' },
];
const opened = {
  ...{ paymentId: 'payment', orderId: 'order', customerId: 'customer', source: 'tok_ok', taskToken: 'token', version: 4 },
  ...{ taskEnteredAt: '2026-11-22T10:00:00.000Z', taskRetries: 0 },
  ...{ amount: { amountMinor: 1250, currency: 'EUR' }, attempts, initiatedAt: at, ...trace },
};
const payments: StoredPayment[] = [
  { ...opened, status: 'initiated', attempts: [{ n: 1, key: 'order:1', status: 'intent' }] },
  { ...opened, status: 'completed', completedBy: 3, completedAt: at },
  {
    ...{ ...opened, status: 'completed', completedBy: 3, completedAt: at },
    secondCharges: [{ chargeId: 'second', attempt: 3, amount: { amountMinor: 1250, currency: 'EUR' }, status: 'owed' }],
  },
  { ...opened, status: 'failed', retryable: true, reason: 'no funds' },
  { ...opened, status: 'closed', closedAt: at, attempts: [{ n: 1, key: 'order:1', status: 'refunded' }] },
  { ...trace, status: 'tombstone', orderId: 'order', closedAt: at, version: 1 },
];

describe('paymentCodec', () => {
  it.each(payments)('reads back what was stored of one that is $status', (payment) => {
    const keys = { pk: 'ORG#o#PAYMENT#order', sk: 'PAYMENT', organizationId: 'o' };
    expect(paymentCodec({ ...keys, ...payment }, 'payment')).toEqual(payment);
  });

  it('refuses a state that it does not know, and names the place', () => {
    expect(() => paymentCodec({ ...opened, status: 'paid' }, 'payment')).toThrow('payment/status');
    const lost = { ...opened, status: 'initiated', attempts: [{ status: 'lost' }] };
    expect(() => paymentCodec(lost, 'payment')).toThrow('payment/attempts/0/status');
  });
});
