import { describe, expect, it } from 'vitest';
import { openMarket } from '../kit/market.ts';
import { expectWholeTrail, orderEnded, placeOrder } from '../kit/orders.ts';
import { withoutDeliveries } from '../kit/relay-control.ts';
import { expectSound } from '../kit/sound-market.ts';
import { storedMarket } from '../kit/stored-market.ts';
import { relayOf } from '../kit/system.ts';

describe('the hint of the payment webhook', () => {
  it('answers the saga while the event about the charge still waits in the outbox', async () => {
    const market = await openMarket({ products: [{ initialStock: 5 }] });
    const placed = await withoutDeliveries(await relayOf('payment'), async () => {
      const order = await placeOrder(market);
      expect((await orderEnded(market, order.body.orderId)).status).toBe('confirmed');
      const { outbox } = await storedMarket(market.organizationId);
      expect(outbox.flatMap(({ types }) => types)).toContain('payment.completed');
      return order;
    });
    await expectWholeTrail(market, placed);
    await expectSound(market);
  });
});
