import { randomUUID } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { ConsumerName } from '../../events-schemas/topology.ts';
import { newId } from '../../functions/shared/ids.ts';
import { eventually } from '../../local/eventually.ts';
import { tables } from '../harness/aws.ts';
import { deadLetterWith } from '../harness/dead-letters.ts';
import { newEvent } from '../harness/event.ts';
import { currency, openMarket } from '../harness/market.ts';
import { orderEnded, placeOrder } from '../harness/orders.ts';
import { eventBridgeMessage, sendTo } from '../harness/queues.ts';
import { expectSound } from '../harness/sound-market.ts';
import { storedMarket } from '../harness/stored-market.ts';
import { consumerFunction, relayOf, tableOf } from '../harness/system.ts';

describe('poison in a queue', () => {
  it('goes to the dead-letter queue with its cause, and its neighbours are handled', async () => {
    const market = await openMarket({ products: [] });
    const productId = randomUUID();
    const price = { amountMinor: 450, currency };
    const product = {
      productId,
      localId: market.localId,
      name: 'Chorizo',
      category: 'meat',
      price,
      initialStock: 3,
      lowStockThreshold: 0,
    };
    const event = newEvent(market, 'product.created', productId, product);
    const mark = randomUUID();
    const strange = { ...event, aggregateId: mark };
    const [malformed, invalid, unknown, notOurs] = [
      `{"not json ${mark}`,
      eventBridgeMessage('product', 'product.created', {
        ...event,
        aggregateId: mark,
        eventData: { ...product, initialStock: 'many' },
      }),
      eventBridgeMessage('product', 'product.exploded', strange),
      eventBridgeMessage('order', 'order.created', newEvent(market, 'order.created', mark, orderData(market.buyer.userId, mark))),
    ];
    const neighbour = eventBridgeMessage('product', 'product.created', event);
    const ids = await sendTo('inventory', [malformed, invalid, unknown, neighbour, notOurs]);

    await eventually('the neighbour’s stock', async () => (await storedMarket(market.organizationId)).stocks[0]);
    const inventory = await consumerFunction('inventory');
    const causes = [
      { body: malformed, id: ids[0], cause: /the message body is not a JSON object/ },
      { body: invalid, id: ids[1], cause: /product\.created breaks its schema: .*initialStock.* integer/ },
      { body: unknown, id: ids[2], cause: /unknown event type product\.exploded/ },
      { body: notOurs, id: ids[4], cause: /inventory does not consume order\.created/ },
    ];
    for (const { body, id, cause } of causes) {
      const letter = await deadLetterWith(body, inventory);
      expect(letter.cause).toMatch(cause);
      expect(letter).toMatchObject({ body, consumer: 'inventory', originalMessageId: id });
    }
    await expectSound(market);
  });

  const others: ConsumerName[] = ['order-saga', 'order', 'payment', 'shipping', 'notification', 'audit'];
  it.each(others)('reaches the dead-letter queue of %s too', async (name) => {
    const body = `no event at all ${randomUUID()}`;
    await sendTo(name, [body]);
    const letter = await deadLetterWith(body, await consumerFunction(name));
    expect(letter.cause).toMatch(/the message body is not a JSON object/);
  });
});

describe('poison in an outbox', () => {
  it('goes to the relay’s dead-letter queue with its cause, and what is committed beside it is published', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const TableName = await tableOf('order');
    const mark = randomUUID();
    const poison = [
      { events: 'none', cause: /not an outbox item/ },
      { events: [{ detail: '{}' }], cause: /lacks its detail-type or its detail/ },
      { events: [{ detailType: 'order.created', detail: 'not JSON' }], cause: /order\.created is not JSON/ },
      {
        events: [{ detailType: 'order.created', detail: JSON.stringify('x'.repeat(140 * 1024)) }],
        cause: /order\.created is over 131072 bytes/,
      },
    ].map((item, index) => ({ ...item, pk: `OUTBOX#${index}`, sk: newId(new Date().toISOString()), mark: `${mark} ${index}` }));

    const [placed] = await Promise.all([
      placeOrder(market),
      ...poison.map(({ cause: _cause, ...Item }) => tables.send(new PutCommand({ TableName, Item }))),
    ]);
    const relay = await relayOf('order');
    for (const { pk, sk, cause } of poison) {
      const letter = await deadLetterWith(sk, relay);
      expect(letter.cause).toMatch(cause);
      expect(letter.consumer).toBe('outbox-relay');
      // Left in the outbox, every sweep would bury it again.
      await eventually(
        'the outbox without it',
        async () => (await tables.send(new GetCommand({ TableName, Key: { pk, sk } }))).Item === undefined,
      );
    }
    expect((await orderEnded(market, placed.body.orderId)).status).toBe('confirmed');
    await expectSound(market);
  });
});

function orderData(customerId: string, orderId: string) {
  const money = { amountMinor: 450, currency };
  const item = { productId: orderId, localId: orderId, name: 'Nothing', quantity: 1, unitPrice: money };
  const at = new Date().toISOString();
  return {
    orderId,
    customerId,
    items: [item],
    totalAmount: money,
    paymentMethod: { token: 'tok_ok' },
    placedAt: at,
    deadline: at,
  };
}
