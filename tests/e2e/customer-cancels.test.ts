import { describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { auditedTypes, orderEnded, placeOrder } from '../kit/orders.ts';
import { withoutDeliveries } from '../kit/relay-control.ts';
import { call, succeed } from '../kit/rest.ts';
import { readExecution } from '../kit/saga-control.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';
import { consumerFunction } from '../kit/system.ts';

describe('a customer who cancels', () => {
  it('while the card is being charged, at once: the money that comes later goes back', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const { token } = market.buyer;
    const placed = await placeOrder(market, { card: 'tok_silent' });
    const params = { orderId: placed.body.orderId };
    await eventually('a charge at the provider', async () => (await storedMarket(market.organizationId)).charges[0]);
    const answer = await call('POST /orders/{orderId}/cancel', { token, params, body: { reason: 'ordered twice' } });
    expect(answer).toMatchObject({ status: 200, body: { ...params, status: 'cancelled' } });

    expect(await orderEnded(market, params.orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'ordered twice' });
    await auditedTypes(market, answer.correlationId, ['order.cancelled']);
    await expectSound(market);
    expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 10, reserved: 0 });
    const again = await call('POST /orders/{orderId}/cancel', { token, params, body: {} });
    expect(again).toMatchObject({ status: 200, body: { ...params, status: 'cancelled' } });
  });

  it('and is answered when the payment is closed: no charge begins after that', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const { token } = market.buyer;
    // Neither the saga nor the event reaches payment, so only the cancellation itself can close it.
    const [saga, payment] = [await consumerFunction('order-saga'), await consumerFunction('payment')];
    const cancelAtOnce = async () => {
      const { orderId } = (await placeOrder(market)).body;
      await succeed('POST /orders/{orderId}/cancel', { token, params: { orderId }, body: {} });
      const { payments } = await storedMarket(market.organizationId);
      expect(payments).toMatchObject([{ orderId, status: 'tombstone' }]);
      return orderId;
    };
    const orderId = await withoutDeliveries(saga, () => withoutDeliveries(payment, cancelAtOnce));
    await eventually('its saga to end', async () => (await readExecution(orderId)).status === 'SUCCEEDED');
    await expectSound(market);
    expect((await storedMarket(market.organizationId)).charges).toEqual([]);
  });

  it('in the moment of placing it', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await placeOrder(market);
    const params = { orderId: placed.body.orderId };
    const answer = await call('POST /orders/{orderId}/cancel', { token: market.buyer.token, params, body: {} });
    expect([200, 202]).toContain(answer.status);
    expect(await orderEnded(market, params.orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'customer-request' });
    await expectSound(market);
  });

  it('after it was confirmed: the shipment decides, stock and money go back', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const { token } = market.buyer;
    const placed = await placeOrder(market);
    const params = { orderId: placed.body.orderId };
    expect((await orderEnded(market, params.orderId)).status).toBe('confirmed');
    const answer = await call('POST /orders/{orderId}/cancel', { token, params, body: { reason: 'changed my mind' } });
    expect(answer).toMatchObject({ status: 202, body: { ...params, status: 'cancelling' } });

    expect(await orderEnded(market, params.orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'changed my mind' });
    await auditedTypes(market, answer.correlationId, ['order.cancellation.requested', 'shipping.cancelled']);
    await expectSound(market);
    expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 10, reserved: 0 });
    const { charges } = await storedMarket(market.organizationId);
    expect(charges.map(({ status, refunds }) => [status, refunds])).toEqual([['refunded', 1]]);
  });
});
