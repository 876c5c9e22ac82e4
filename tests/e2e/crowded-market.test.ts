import { describe, expect, it } from 'vitest';
import { inTurns } from '../../functions/shared/waiting/in-turns.ts';
import { lettersTo } from '../kit/mail.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { audited, oneOfEach, orderEnded, placeOrder } from '../kit/orders.ts';
import { expectSound } from '../kit/sound-market.ts';

// 20 seconds on two free cores; many times that on busy ones.
describe('a crowded market', { timeout: 240_000 }, () => {
  it('takes an order of 50 products that all run low, in one transaction', async () => {
    const products = Array.from({ length: 50 }, () => ({ initialStock: 3, lowStockThreshold: 3 }));
    const market = await openMarket({ products });
    const placed = await placeOrder(market, { lines: oneOfEach(market) });
    const order = await orderEnded(market, placed.body.orderId);
    expect(order).toMatchObject({ status: 'confirmed', totalAmount: { amountMinor: 50 * 450, currency: 'EUR' } });
    expect(order.lines).toHaveLength(50);
    await expectSound(market);

    const low = (await audited(market, placed)).filter(({ detailType }) => detailType === 'inventory.low_stock');
    expect(new Set(low.map(({ aggregateId }) => aggregateId)).size).toBe(50);
    expect(low).toHaveLength(50);
    for (const { email } of [market.admin, market.producer]) {
      const warnings = (await lettersTo(email)).filter(({ subject }) => /Quedan pocas unidades/.test(subject));
      expect(warnings).toHaveLength(50);
    }
  });

  it('sells 5 pieces to exactly 5 of 50 buyers who want them at once', async () => {
    const market = await openMarket({ buyers: 50, products: [{ initialStock: 5 }] });
    const placed = await inTurns(market.buyers, 10, (buyer) => placeOrder(market, { buyer }));
    const orders = await inTurns(placed, 5, ({ body }) => orderEnded(market, body.orderId, { withinMs: 150_000 }));
    const ended = orders.map(({ status, cancelReason }) => `${status} ${cancelReason ?? ''}`.trim());
    expect(ended.filter((end) => end === 'confirmed')).toHaveLength(5);
    expect(ended.filter((end) => end === 'cancelled out-of-stock')).toHaveLength(45);
    expect(await readStock(market, String(market.products[0]?.productId))).toMatchObject({ available: 0, reserved: 5 });
    await expectSound(market);
  });
});
