import { describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { type Market, openMarket, readStock } from '../kit/market.ts';
import { auditedTypes, orderEnded, placeOrder, readOrder } from '../kit/orders.ts';
import { reconciler } from '../kit/queues.ts';
import { invokeAt, withoutDeliveries } from '../kit/relay-control.ts';
import { readExecution, stopExecution } from '../kit/saga-control.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';
import { consumerFunction, functionOf } from '../kit/system.ts';

const hours = (count: number) => count * 3_600_000;
const cancelOverdue = async (time: Date) => invokeAt(await functionOf('functions/order/jobs/cancel-overdue.ts'), time);

/** An order whose stock is reserved and whose charge was taken in silence, its saga waiting for the provider. */
async function orderInCharge(market: Market) {
  const placed = await placeOrder(market, { card: 'tok_silent' });
  await eventually('a silent charge', async () =>
    (await storedMarket(market.organizationId)).charges.some(({ status }) => status === 'charged'),
  );
  return placed;
}

async function expectUndone(market: Market, placed: { body: { orderId: string } }, reason: string) {
  expect(await orderEnded(market, placed.body.orderId)).toMatchObject({ status: 'cancelled', cancelReason: reason });
  await expectSound(market);
  expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 10, reserved: 0 });
  const { charges } = await storedMarket(market.organizationId);
  expect(charges.map(({ status, refunds }) => [status, refunds])).toEqual([['refunded', 1]]);
}

describe('an order whose saga dies', () => {
  it('is cancelled by the reconciler, and everything is undone', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await orderInCharge(market);
    await stopExecution(placed.body.orderId);
    await expectUndone(market, placed, 'saga-aborted');
    await auditedTypes(market, placed.correlationId, ['order.cancelled', 'inventory.released', 'payment.refunded']);
    expect((await readExecution(placed.body.orderId)).status).toBe('ABORTED');
  });

  it('is cancelled at its deadline, if nothing else did it; the reconciler that comes late changes nothing', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await withoutDeliveries(await reconciler(), async () => {
      const order = await orderInCharge(market);
      await stopExecution(order.body.orderId);
      await cancelOverdue(new Date());
      expect((await readOrder(market, order.body.orderId)).status).toBe('pending');
      await cancelOverdue(new Date(Date.now() + hours(3)));
      expect((await orderEnded(market, order.body.orderId)).status).toBe('cancelled');
      return order;
    });
    await expectUndone(market, placed, 'deadline-passed');
  });

  it('is cancelled at its deadline when its saga was never started', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await withoutDeliveries(await consumerFunction('order-saga'), async () => {
      const order = await placeOrder(market);
      await cancelOverdue(new Date(Date.now() + hours(3)));
      expect(await orderEnded(market, order.body.orderId)).toMatchObject({ status: 'cancelled' });
      return order;
    });
    // Its saga starts after all, finds the order cancelled, and ends.
    await eventually('its late saga to end', async () => (await readExecution(placed.body.orderId)).status === 'SUCCEEDED');
    expect((await readOrder(market, placed.body.orderId)).status).toBe('cancelled');
    await expectSound(market);
    expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 10, reserved: 0 });
  });
});
