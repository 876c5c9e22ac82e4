import { describe, expect, it } from 'vitest';
import { letterTo } from '../kit/mail.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { audited, auditedTypes, type Card, orderEnded, placeOrder } from '../kit/orders.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';

/** Places an order with a card, follows it to its end, and reads what is left of it. */
async function orderWith(card: Card) {
  const market = await openMarket({ products: [{ initialStock: 10 }] });
  const [product] = market.products;
  const placed = await placeOrder(market, { card });
  const order = await orderEnded(market, placed.body.orderId);
  await expectSound(market);
  const stock = await readStock(market, String(product?.productId));
  const { payments, charges } = await storedMarket(market.organizationId);
  const types = (await audited(market, placed)).map(({ detailType }) => detailType);
  return {
    market,
    order,
    placed,
    stock,
    payment: payments[0],
    charges,
    count: (type: string) => types.filter((one) => one === type).length,
  };
}

describe.concurrent('an order whose payment goes its own way', () => {
  it('is cancelled when the card is declined, and its stock goes back', async () => {
    const { market, order, stock, charges, count } = await orderWith('tok_declined');
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: 'payment-declined' });
    expect(stock).toMatchObject({ available: 10, reserved: 0 });
    expect(charges.filter(({ status }) => status === 'charged' || status === 'refunded')).toEqual([]);
    expect([count('inventory.released'), count('payment.refunded'), count('order.cancelled')]).toEqual([1, 0, 1]);
    await letterTo(market.buyer.email, /pedido se ha cancelado/);
  });

  it('is confirmed by the third charge when two fail for a while', async () => {
    const { order, payment, charges, count } = await orderWith('tok_fails_twice');
    expect(order.status).toBe('confirmed');
    expect(payment?.attempts.map(({ n, status }) => [n, status === 'completed'])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(charges.filter(({ status }) => status === 'charged')).toHaveLength(1);
    expect([count('payment.initiated'), count('payment.failed'), count('payment.completed')]).toEqual([3, 2, 1]);
  });

  it('is cancelled when three charges fail for a while', async () => {
    const { order, stock, count } = await orderWith('tok_always_fails');
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: 'payment-failed' });
    expect(stock).toMatchObject({ available: 10, reserved: 0 });
    expect([count('payment.initiated'), count('payment.failed'), count('payment.completed')]).toEqual([3, 3, 0]);
  });

  it('is cancelled when the provider stays silent, and what it took in silence goes back', async () => {
    const { order, stock, charges, count } = await orderWith('tok_silent');
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: 'payment-timed-out' });
    expect(stock).toMatchObject({ available: 10, reserved: 0 });
    expect(charges.map(({ status, refunds }) => [status, refunds])).toEqual([['refunded', 1]]);
    expect([count('payment.completed'), count('payment.refunded')]).toEqual([0, 1]);
  });

  it('is confirmed with one charge when the provider charges twice for one key: the second one goes back', async () => {
    const { order, charges, count } = await orderWith('tok_charged_twice');
    expect(order.status).toBe('confirmed');
    const ends = charges.map(({ status, refunds }) => [status, refunds]).toSorted();
    expect(ends).toEqual([
      ['charged', 0],
      ['refunded', 1],
    ]);
    expect([count('payment.completed'), count('payment.refunded'), count('order.confirmed')]).toEqual([1, 1, 1]);
  });

  it('is confirmed once when the provider answers twice', async () => {
    const { order, charges, count } = await orderWith('tok_twice');
    expect(order.status).toBe('confirmed');
    expect(charges.map(({ status, refunds }) => [status, refunds])).toEqual([['charged', 0]]);
    expect([count('payment.completed'), count('order.confirmed'), count('payment.refunded')]).toEqual([1, 1, 0]);
  });
});

describe.concurrent('an order that the shelves cannot fill', () => {
  it('is cancelled without a charge, whole, though one of its products is there', async () => {
    const market = await openMarket({ products: [{ initialStock: 5 }, { initialStock: 1 }] });
    const lines = market.products.map(({ productId }) => ({ productId, quantity: 2 }));
    const placed = await placeOrder(market, { lines });
    expect(await orderEnded(market, placed.body.orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'out-of-stock' });
    const events = await auditedTypes(market, placed.correlationId, ['inventory.reservation.failed', 'order.cancelled']);
    const failed = events.find(({ detailType }) => detailType === 'inventory.reservation.failed');
    const failedItems = [{ productId: lines[1]?.productId, requestedQuantity: 2, availableQuantity: 1 }];
    expect(failed?.eventData).toMatchObject({ orderId: placed.body.orderId, failedItems });
    expect((await storedMarket(market.organizationId)).charges).toEqual([]);
    await expectSound(market);
  });
});
