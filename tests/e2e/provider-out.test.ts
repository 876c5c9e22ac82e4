import { describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { audited, orderEnded, placeOrder, readOrder } from '../kit/orders.ts';
import { withoutProvider } from '../kit/provider-control.ts';
import { invokeAt } from '../kit/relay-control.ts';
import { succeed } from '../kit/rest.ts';
import { readExecution, statesEntered } from '../kit/saga-control.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';
import { functionOf } from '../kit/system.ts';

/** Waits until an order's saga has waited for the provider so many times: five minutes each on AWS, a second here. */
const waitedForProvider = (orderId: string, times: number) =>
  eventually(`${times} waits of order ${orderId}`, async () => {
    const waits = (await statesEntered(orderId)).filter((state) => state === 'WaitForProvider');
    return waits.length >= times;
  });

describe('an order that is placed while the payment provider is out', () => {
  it('is charged once, under its first attempt, when the provider is back', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await withoutProvider(async () => {
      const order = await placeOrder(market);
      await waitedForProvider(order.body.orderId, 2);
      expect((await readOrder(market, order.body.orderId)).status).toBe('pending');
      return order;
    });
    expect((await orderEnded(market, placed.body.orderId)).status).toBe('confirmed');
    await expectSound(market);
    const { charges } = await storedMarket(market.organizationId);
    expect(charges.map(({ key, status }) => [key, status])).toEqual([[`${placed.body.orderId}:1`, 'charged']]);
    const types = (await audited(market, placed)).map(({ detailType }) => detailType);
    expect(types.filter((type) => type === 'payment.initiated')).toHaveLength(1);
  });

  it('is cancelled when its deadline passes before the provider is back, and is never charged', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const orderId = await withoutProvider(async () => {
      const placed = await placeOrder(market);
      await waitedForProvider(placed.body.orderId, 2);
      const inThreeHours = new Date(Date.now() + 3 * 3_600_000);
      await invokeAt(await functionOf('functions/order/jobs/cancel-overdue.ts'), inThreeHours);
      return placed.body.orderId;
    });
    expect(await orderEnded(market, orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'deadline-passed' });
    await eventually('its saga to end', async () => (await readExecution(orderId)).status === 'SUCCEEDED');
    await expectSound(market);
    expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 10, reserved: 0 });
    const { charges } = await storedMarket(market.organizationId);
    expect(charges.filter(({ status }) => status === 'charged' || status === 'refunded')).toEqual([]);
  });

  it('is cancelled by its customer, and its saga ends', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await placeOrder(market, { card: 'tok_unavailable' });
    const params = { orderId: placed.body.orderId };
    await waitedForProvider(params.orderId, 1);
    await succeed('POST /orders/{orderId}/cancel', { token: market.buyer.token, params, body: {} });
    await eventually('its saga to end', async () => (await readExecution(params.orderId)).status === 'SUCCEEDED');
    expect(await readOrder(market, params.orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'customer-request' });
    await expectSound(market);
    expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 10, reserved: 0 });
    const { charges } = await storedMarket(market.organizationId);
    expect(charges.filter(({ status }) => status === 'charged' || status === 'refunded')).toEqual([]);
  });
});
