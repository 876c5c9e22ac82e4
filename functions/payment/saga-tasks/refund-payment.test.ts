import { describe, expect, it } from 'vitest';
import { callTask } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { findOwedPayments, owedShards } from '../store/owed-table.ts';
import { payments } from '../store/payment-table.ts';
import { handler as chargePayment } from './charge-payment.ts';
import { handler } from './refund-payment.ts';

const { table } = paymentWorld();
const order = chargeOrder();
const refund = () => callTask(handler, order);
const stored = () => payments.find(order.organizationId, order.orderId);
const owed = async () => {
  const pages = await Promise.all(Array.from({ length: owedShards }, (_, shard) => findOwedPayments(shard, { limit: 10 })));
  return pages.flatMap(({ items }) => items);
};

describe('RefundPayment', () => {
  it('closes the payment, marks what it owes and asks for the reversal, once', async () => {
    await callTask(chargePayment, order);
    expect(await refund()).toEqual({ outcome: 'done' });
    expect(await refund()).toEqual({ outcome: 'done' });
    expect(await stored()).toMatchObject({ status: 'closed', version: 2, correlationId: order.correlationId });
    expect(await owed()).toMatchObject([{ orderId: order.orderId, correlationId: order.correlationId }]);
    expect(table.published().map(({ type }) => type)).toEqual(['payment.initiated', 'payment.reversal.requested']);
  });

  it('leaves a tombstone when no payment has begun, and owes nothing', async () => {
    expect(await refund()).toEqual({ outcome: 'done' });
    expect(await stored()).toMatchObject({ status: 'tombstone', version: 1 });
    expect([await owed(), table.published()]).toEqual([[], []]);
  });
});
