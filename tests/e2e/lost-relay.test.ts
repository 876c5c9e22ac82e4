import { describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { openMarket } from '../kit/market.ts';
import { expectWholeTrail, orderEnded, placeOrder, readOrder } from '../kit/orders.ts';
import { invokeAt, killProcessesOf, pastStreamLife, withoutDeliveries } from '../kit/relay-control.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';
import { publishers, relayOf } from '../kit/system.ts';

const minutes = (count: number) => count * 60_000;

describe('a relay that is lost', () => {
  it('by being killed again and again while orders pass: every event still arrives, once', async () => {
    const market = await openMarket({ products: [{ initialStock: 50 }] });
    const relays = await Promise.all(publishers.map(relayOf));
    const killThem = async () => {
      const counts = await Promise.all(relays.map(killProcessesOf));
      return counts.reduce((sum, count) => sum + count, 0) > 0;
    };
    const placed: Awaited<ReturnType<typeof placeOrder>>[] = [];
    for (let round = 1; round <= 8; round++) {
      placed.push(await placeOrder(market));
      // A killed one is started again by the next event, at the latest by this order's.
      await eventually(`a relay to kill in round ${round}`, killThem);
    }
    const orders = await Promise.all(placed.map(({ body }) => orderEnded(market, body.orderId)));
    expect(orders.map(({ status }) => status)).toEqual(placed.map(() => 'confirmed'));
    for (const order of placed) await expectWholeTrail(market, order);
    await expectSound(market);
  });

  it('for a while: what was committed meanwhile is published when it is back', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const placed = await withoutDeliveries(await relayOf('order'), async () => {
      const orders = await Promise.all([placeOrder(market), placeOrder(market)]);
      const { outbox } = await storedMarket(market.organizationId);
      expect(outbox.filter(({ types }) => types.includes('order.created'))).toHaveLength(2);
      return orders;
    });
    for (const { body } of placed) expect((await orderEnded(market, body.orderId)).status).toBe('confirmed');
    for (const order of placed) await expectWholeTrail(market, order);
    await expectSound(market);
  });

  it('longer than its stream remembers: the sweep publishes what it finds, and nothing twice', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const relay = await relayOf('order');
    const placed = await pastStreamLife(relay, async () => {
      const order = await placeOrder(market);
      // Too young yet: it might still be the stream's.
      await invokeAt(relay, new Date());
      const { outbox } = await storedMarket(market.organizationId);
      expect(outbox.filter(({ types }) => types.includes('order.created'))).toHaveLength(1);
      // order.created first, order.confirmed when the saga is through.
      await eventually('the order to be confirmed by sweeps alone', async () => {
        await invokeAt(relay, new Date(Date.now() + minutes(3)));
        return (await readOrder(market, order.body.orderId)).status === 'confirmed';
      });
      await invokeAt(relay, new Date(Date.now() + minutes(3)));
      return order;
    });
    await expectWholeTrail(market, placed);
    await expectSound(market);

    // Fed again, it publishes what is new.
    const next = await placeOrder(market);
    expect((await orderEnded(market, next.body.orderId)).status).toBe('confirmed');
    await expectWholeTrail(market, next);
    await expectSound(market);
  });
});
