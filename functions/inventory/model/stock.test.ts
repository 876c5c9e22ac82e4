import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAdjustment, maxPieces, openStock, reserveStock, returnStock, type Stock, type StockChange } from './stock.ts';

const at = '2026-11-22T10:00:00.000Z';
const productId = '0193a000-0000-7000-8000-000000000001';
const cheese: Stock = {
  localId: '0193a000-0000-7000-8000-000000000002',
  productId,
  name: 'Goat cheese',
  initial: 10,
  adjusted: 0,
  available: 10,
  reserved: 0,
  shipped: 0,
  lowStockThreshold: 5,
  version: 1,
};
const warnings = ({ events }: StockChange) =>
  events.flatMap((event) => (event.type === 'inventory.low_stock' ? [[event.data.currentStock, event.data.urgencyLevel]] : []));

describe('openStock', () => {
  const product = {
    productId,
    localId: '0193a000-0000-7000-8000-000000000002',
    name: 'Goat cheese',
    category: 'dairy',
    price: { amountMinor: 450, currency: 'EUR' },
    initialStock: 10,
    lowStockThreshold: 5,
  };

  it('makes the first count available and publishes it', () => {
    const { stock, events } = openStock(product, { at });
    const initial = { version: 1, at, reason: 'initial', quantity: 10, available: 10, reserved: 0 };
    expect(stock).toEqual({ ...cheese, movements: [initial] });
    expect(events).toEqual([
      {
        type: 'inventory.updated',
        aggregateId: productId,
        aggregateVersion: 1,
        occurredOn: at,
        data: { productId, previousQuantity: 0, currentQuantity: 10, reason: 'initial' },
      },
    ]);
  });

  it('does not warn about a count that was just entered', () => {
    expect(warnings(openStock({ ...product, initialStock: 1 }, { at }))).toEqual([]);
  });
});

describe('decideAdjustment', () => {
  it('takes available pieces and counts them as adjusted', () => {
    const adjustment = decideAdjustment(cheese, { delta: -4, note: 'mould', at });
    expect(adjustment).toMatchObject({ outcome: 'adjusted', stock: { available: 6, adjusted: -4, version: 2 } });
    expect(adjustment).toMatchObject({
      events: [{ data: { previousQuantity: 10, currentQuantity: 6, reason: 'adjusted', note: 'mould' } }],
    });
  });

  it('does not take what is reserved', () => {
    const { stock } = reserveStock(cheese, 7, { at });
    expect(decideAdjustment(stock, { delta: -4, note: 'stolen', at })).toEqual({
      outcome: 'below-zero',
      available: 3,
      reserved: 7,
    });
  });
});

describe('decideAdjustment, upwards', () => {
  it('leaves room for everything reserved to be returned', () => {
    const { stock } = reserveStock(cheese, 7, { at });
    expect(decideAdjustment(stock, { delta: maxPieces - 10, note: 'a flood of cheese', at }).outcome).toBe('adjusted');
    expect(decideAdjustment(stock, { delta: maxPieces - 9, note: 'a flood of cheese', at })).toEqual({
      outcome: 'over-limit',
      limit: maxPieces,
    });
  });
});

describe('a low-stock warning', () => {
  it('comes when the threshold is crossed, and again with the last piece', () => {
    const below = reserveStock(cheese, 6, { at });
    const further = reserveStock(below.stock, 1, { at });
    const last = reserveStock(further.stock, 3, { at });
    expect([below, further, last].map(warnings)).toEqual([[[4, 'medium']], [], [[0, 'critical']]]);
  });

  it('does not come at the threshold, nor when stock rises', () => {
    expect(warnings(reserveStock(cheese, 5, { at }))).toEqual([]);
    const { stock } = reserveStock(cheese, 10, { at });
    expect(warnings(returnStock(stock, 2, { at }))).toEqual([]);
  });

  it('comes once, as critical, when a single step takes everything', () => {
    expect(warnings(reserveStock(cheese, 10, { at }))).toEqual([[0, 'critical']]);
  });

  it('comes once for each crossing', () => {
    const levels = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(levels, (path) => {
        let stock = cheese;
        let warned = 0;
        let expected = 0;
        for (const level of path) {
          expected += Number((level < 5 && stock.available >= 5) || (level === 0 && stock.available > 0));
          const adjustment = decideAdjustment(stock, { delta: level - stock.available, note: 'count', at });
          if (adjustment.outcome !== 'adjusted') throw new Error('a level of zero or more is within reach');
          warned += warnings(adjustment).length;
          stock = adjustment.stock;
        }
        expect(warned).toBe(expected);
      }),
    );
  });
});
