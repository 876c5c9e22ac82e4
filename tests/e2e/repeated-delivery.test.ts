import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consumers, domains } from '../../functions/domains.ts';
import { eventually } from '../../local/process/eventually.ts';
import { newEvent } from '../kit/event.ts';
import { lettersTo } from '../kit/mail.ts';
import { currency, type Market, openMarket } from '../kit/market.ts';
import { audited, orderEnded, placeOrder } from '../kit/orders.ts';
import { eventBridgeMessage, messagesUnderWay, sendTo } from '../kit/queues.ts';
import { call, newIdempotencyKey, type RestAnswer, succeed } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';

const thrice = <Item>(item: Item): Item[] => [item, item, item];
const allHandled = () => eventually('every message to be handled', async () => (await messagesUnderWay()) === 0);

/** Registers a customer without a login, and erases them. */
async function eraseSomebody({ producer: { token } }: Market): Promise<RestAnswer> {
  const body = { email: 'ane@example.org', name: 'Ane Otxoa' };
  const { body: params } = await succeed('POST /customers', { token, headers: newIdempotencyKey(), body });
  return call('DELETE /customers/{customerId}', { token, params });
}

describe('the same event three times', () => {
  it('changes nothing when it was handled before: every event of two orders and an erasure to every consumer', async () => {
    const market = await openMarket({ products: [{ initialStock: 10, lowStockThreshold: 10 }] });
    const { token, email } = market.buyer;
    const confirmed = await placeOrder(market);
    const declined = await placeOrder(market, { card: 'tok_declined' });
    await Promise.all([confirmed, declined].map(({ body }) => orderEnded(market, body.orderId)));
    const params = { orderId: confirmed.body.orderId };
    await call('POST /orders/{orderId}/cancel', { token, params, body: {} });
    await orderEnded(market, confirmed.body.orderId);
    const erased = await eraseSomebody(market);
    await expectSound(market);
    const correlationIds = [confirmed.correlationId, declined.correlationId, erased.correlationId];
    const trail = async () =>
      (await Promise.all(correlationIds.map((correlationId) => audited(market, { correlationId })))).flat();
    const state = async () => ({
      stored: await storedMarket(market.organizationId),
      letters: (await lettersTo(email)).map(({ subject }) => subject).sort(),
      trail: (await trail()).map(({ eventId, detailType }) => `${detailType} ${eventId}`).sort(),
    });
    const before = await state();

    const events = await trail();
    for (const { name, events: types } of consumers) {
      const consumed = events.filter(({ detailType }) => types === 'every-event' || types.some((type) => type === detailType));
      expect(consumed, `${name} consumed nothing of this`).not.toEqual([]);
      for (const event of consumed) await sendTo(name, thrice(messageOf(event)));
    }
    await allHandled();
    await expectSound(market);
    expect(await state()).toEqual(before);
  });

  it('opens a stock once', async () => {
    const market = await openMarket({ products: [] });
    const productId = randomUUID();
    const price = { amountMinor: 450, currency };
    const product = {
      productId,
      localId: market.localId,
      name: 'Cecina',
      category: 'meat',
      price,
      initialStock: 7,
      lowStockThreshold: 0,
    };
    const event = newEvent(market, 'product.created', productId, product);
    await sendTo('inventory', thrice(eventBridgeMessage('product', 'product.created', event)));
    await eventually('the stock', async () => (await storedMarket(market.organizationId)).stocks[0]);
    await allHandled();
    await expectSound(market);
    expect((await storedMarket(market.organizationId)).stocks).toEqual([
      { productId, initial: 7, adjusted: 0, available: 7, reserved: 0, shipped: 0 },
    ]);
    const updates = (await audited(market, { aggregateId: productId })).filter(
      ({ detailType }) => detailType === 'inventory.updated',
    );
    expect(updates).toHaveLength(1);
  });

  it('sends one letter', async () => {
    const market = await openMarket({ products: [] });
    const { userId, email } = market.buyer;
    const totalAmount = { amountMinor: 450, currency };
    const orderId = randomUUID();
    const cancelled = { orderId, customerId: userId, totalAmount, reason: 'three times', cancelledAt: new Date().toISOString() };
    const event = newEvent(market, 'order.cancelled', orderId, cancelled);
    await sendTo('notification', thrice(eventBridgeMessage('order', 'order.cancelled', event)));
    await eventually('a letter', async () => (await lettersTo(email)).some(({ text }) => text.includes('three times')));
    await allHandled();
    await expectSound(market);
    expect((await lettersTo(email)).filter(({ text }) => text.includes('three times'))).toHaveLength(1);
  });

  it('answers a cancellation request once', async () => {
    const market = await openMarket({ products: [] });
    const orderId = randomUUID();
    const totalAmount = { amountMinor: 450, currency };
    const requested = {
      orderId,
      customerId: market.buyer.userId,
      totalAmount,
      requestedAt: new Date().toISOString(),
      reason: 'thrice',
    };
    const event = newEvent(market, 'order.cancellation.requested', orderId, requested);
    await sendTo('shipping', thrice(eventBridgeMessage('order', 'order.cancellation.requested', event)));
    await eventually('the shipment', async () => (await storedMarket(market.organizationId)).shipments[0]);
    await allHandled();
    await expectSound(market);
    const { correlationId } = event.metadata;
    const answers = await eventually('shipping.cancelled', async () => {
      const found = (await audited(market, { correlationId })).filter(({ detailType }) => detailType === 'shipping.cancelled');
      return found.length > 0 && found;
    });
    expect(answers).toHaveLength(1);
  });
});

/** The message that brought an audited event. */
function messageOf(event: { detailType: string; source?: unknown }): string {
  const { detailType, source: _source, ...detail } = event;
  const publisher = domains.find(({ name }) => detailType.startsWith(`${name}.`));
  if (publisher === undefined) throw new Error(`${detailType} is of no domain`);
  return eventBridgeMessage(publisher.name, detailType, detail);
}
