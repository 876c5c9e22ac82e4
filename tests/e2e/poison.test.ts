import { randomUUID } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { consumers } from '../../functions/domains.ts';
import { newId } from '../../functions/shared/ids.ts';
import { eventually } from '../../local/process/eventually.ts';
import { tables } from '../kit/aws.ts';
import { deadLetterOf } from '../kit/dead-letters.ts';
import { newEvent } from '../kit/event.ts';
import { currency, type Market, openMarket } from '../kit/market.ts';
import { audited, orderEnded, placeOrder } from '../kit/orders.ts';
import { eventBridgeMessage, sendTo } from '../kit/queues.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';
import { consumerFunction, relayOf, tableOf } from '../kit/system.ts';

const price = { amountMinor: 450, currency };

describe('poison in a queue', () => {
  it('goes to the dead-letter queue with its cause, and its neighbours are handled', async () => {
    const market = await openMarket({ products: [] });
    const event = productCreated(market);
    const wrongData = { ...event, eventData: { ...event.eventData, initialStock: 'many' } };
    const poison = [
      { body: '{"not json', cause: /the message body is not a JSON object/ },
      {
        body: eventBridgeMessage('product', 'product.created', wrongData),
        cause: /product\.created breaks its schema: .*initialStock.* integer/,
      },
      { body: eventBridgeMessage('product', 'product.exploded', event), cause: /unknown event type product\.exploded/ },
      {
        body: eventBridgeMessage('product', 'product.created', { ...event, eventVersion: 9 }),
        cause: /product\.created has the unknown version 9/,
      },
      {
        body: eventBridgeMessage('order', 'order.created', orderCreated(market)),
        cause: /inventory does not consume order\.created/,
      },
    ];
    const neighbour = eventBridgeMessage('product', 'product.created', event);
    const ids = await sendTo('inventory', [...poison.map(({ body }) => body), neighbour]);

    await eventually('the neighbour’s stock', async () => (await storedMarket(market.organizationId)).stocks[0]);
    const inventory = await consumerFunction('inventory');
    for (const [index, { body, cause }] of poison.entries()) {
      const letter = await deadLetterOf(String(ids[index]), inventory);
      expect(letter.cause).toMatch(cause);
      expect(letter).toMatchObject({ body, consumer: 'inventory' });
    }
    await expectSound(market);
  });

  it.each(consumers)('reaches the dead-letter queue of $name too', async ({ name: consumer }) => {
    const body = 'no event at all';
    const [id] = await sendTo(consumer, [body]);
    const letter = await deadLetterOf(String(id), await consumerFunction(consumer));
    expect(letter.cause).toMatch(/the message body is not a JSON object/);
    expect(letter).toMatchObject({ body, consumer });
  });
});

describe('poison in an outbox', () => {
  it('goes to the relay’s dead-letter queue with its cause, and what is committed beside it is published', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const poison = [
      { events: 'none', cause: /not an outbox item: it holds no events/ },
      { events: [{ detail: '{}' }], cause: /lacks its detail-type or its detail/ },
      { events: [{ detailType: 'order.created', detail: 'not JSON' }], cause: /order\.created is not a JSON object/ },
      { events: [{ detailType: 'order.created', detail: oversize }], cause: /order\.created is over 131072 bytes/ },
    ].map((item, shard) => ({ ...item, pk: `OUTBOX#${shard}`, sk: newId(new Date().toISOString()) }));

    const TableName = await tableOf('order');
    const [placed] = await Promise.all([
      placeOrder(market),
      ...poison.map(({ cause: _cause, ...Item }) => tables.send(new PutCommand({ TableName, Item }))),
    ]);
    const relay = await relayOf('order');
    for (const { pk, sk, cause } of poison) {
      const letter = await deadLetterOf(sk, relay);
      expect(letter.cause).toMatch(cause);
      expect(letter.consumer).toBe('outbox-relay');
      // Left in the outbox, every sweep would bury it again.
      await eventually('the outbox without it', async () => {
        const { Item } = await tables.send(new GetCommand({ TableName, Key: { pk, sk } }));
        return Item === undefined;
      });
    }
    expect((await orderEnded(market, placed.body.orderId)).status).toBe('confirmed');
    await expectSound(market);
  });

  it('does not hold up the events beside it in the same item', async () => {
    const market = await openMarket({ products: [] });
    const good = productCreated(market);
    const events = [
      { detailType: 'product.created', detail: 'not JSON' },
      { detailType: 'product.created', detail: JSON.stringify(good) },
    ];
    const Item = { pk: 'OUTBOX#0', sk: newId(new Date().toISOString()), events };
    await tables.send(new PutCommand({ TableName: await tableOf('product'), Item }));
    expect((await deadLetterOf(Item.sk, await relayOf('product'))).body).toBe(JSON.stringify(events[0]));
    await eventually('the good event in the audit trail', async () => {
      const trail = await audited(market, { aggregateId: good.aggregateId });
      return trail.some(({ eventId }) => eventId === good.eventId);
    });
    await expectSound(market);
  });
});

const oversize = JSON.stringify({ text: 'x'.repeat(140 * 1024) });

function productCreated(market: Market) {
  const productId = randomUUID();
  const product = { productId, localId: market.localId, name: 'Chorizo', category: 'meat', price };
  return newEvent(market, 'product.created', productId, { ...product, initialStock: 3, lowStockThreshold: 0 });
}

function orderCreated(market: Market) {
  const orderId = randomUUID();
  const at = new Date().toISOString();
  const item = { productId: randomUUID(), localId: market.localId, name: 'Nothing', quantity: 1, unitPrice: price };
  const order = {
    orderId,
    customerId: market.buyer.userId,
    items: [item],
    totalAmount: price,
    paymentMethod: { token: 'tok_ok' },
  };
  return newEvent(market, 'order.created', orderId, { ...order, placedAt: at, deadline: at });
}
