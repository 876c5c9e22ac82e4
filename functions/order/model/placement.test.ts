import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { type Catalogue, type CataloguePrice, decidePlacement, maxLines, type PlaceOrder } from './placement.ts';

const localId = '0193a000-0000-7000-8000-0000000000ff';
const [ham, egg] = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002'] as const;
const priced = (productId: string, amountMinor: number, currency = 'EUR'): CataloguePrice => ({
  productId,
  localId,
  name: `Product ${productId.slice(-2)}`,
  price: { amountMinor, currency },
});
const pricesOf = (...prices: CataloguePrice[]): Catalogue => ({
  products: new Map(prices.map((price) => [price.productId, price])),
  closedLocalIds: new Set(),
});
const prices = pricesOf(priced(ham, 1250), priced(egg, 30));
const command: PlaceOrder = {
  orderId: '0193a000-0000-7000-8000-00000000000a',
  customerId: '0193a000-0000-7000-8000-00000000000b',
  lines: [
    { productId: ham, quantity: 2 },
    { productId: egg, quantity: 12 },
  ],
  paymentMethod: { token: 'tok_ok' },
  destination: { method: 'collection' },
  placedAt: '2026-11-22T10:00:00.000Z',
  deadlineMinutes: 120,
};

describe('decidePlacement', () => {
  it('prices each line from the catalogue, sums up, and sets the deadline', () => {
    const placement = decidePlacement(command, prices);
    const lines = [
      { productId: ham, localId, name: 'Product 01', quantity: 2, unitPrice: { amountMinor: 1250, currency: 'EUR' } },
      { productId: egg, localId, name: 'Product 02', quantity: 12, unitPrice: { amountMinor: 30, currency: 'EUR' } },
    ];
    const { orderId, customerId, paymentMethod, placedAt } = command;
    const facts = { orderId, customerId, paymentMethod, method: 'collection', placedAt, deadline: '2026-11-22T12:00:00.000Z' };
    const totalAmount = { amountMinor: 2860, currency: 'EUR' };
    expect(placement).toEqual({
      outcome: 'placed',
      change: {
        order: { ...facts, lines, totalAmount, status: 'pending', version: 1 },
        event: {
          type: 'order.created',
          aggregateId: orderId,
          aggregateVersion: 1,
          occurredOn: placedAt,
          data: { ...facts, items: lines, totalAmount },
        },
      },
    });
  });

  it('merges the lines of one product', () => {
    const lines = [...command.lines, { productId: ham, quantity: 3 }];
    expect(decidePlacement({ ...command, lines }, prices)).toMatchObject({
      change: { order: { lines: [{ productId: ham, quantity: 5 }, { productId: egg }], totalAmount: { amountMinor: 6610 } } },
    });
  });

  it('names the products it does not know', () => {
    const lines = [...command.lines, { productId: 'cheese', quantity: 1 }];
    expect(decidePlacement({ ...command, lines }, prices)).toEqual({
      outcome: 'unavailable-products',
      products: [{ productId: 'cheese', why: 'unknown' }],
    });
  });

  it('names the products that are no longer sold, and those of closed shops', () => {
    const products = new Map(prices.products).set(egg, 'deleted');
    const placement = decidePlacement(command, { products, closedLocalIds: new Set([localId]) });
    expect(placement).toEqual({
      outcome: 'unavailable-products',
      products: [
        { productId: ham, why: 'shop-closed' },
        { productId: egg, why: 'deleted' },
      ],
    });
  });

  it('asks for patience only if nothing else is wrong', () => {
    const fresh = newId(command.placedAt);
    const lines = [...command.lines, { productId: fresh, quantity: 1 }];
    expect(decidePlacement({ ...command, lines }, prices)).toEqual({ outcome: 'not-yet-known', missing: [fresh] });
    const products = new Map(prices.products).set(egg, 'deleted');
    expect(decidePlacement({ ...command, lines }, { ...prices, products })).toMatchObject({ outcome: 'unavailable-products' });
  });

  it('keeps where the order goes, the note and who placed it, and publishes the first two', () => {
    const shipTo = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
    const destined = {
      ...command,
      destination: { method: 'delivery' as const, shipTo },
      note: 'Second floor',
      placedBy: 'staff',
    };
    const placement = decidePlacement(destined, prices);
    expect(placement).toMatchObject({
      change: {
        order: { method: 'delivery', shipTo, note: 'Second floor', placedBy: 'staff' },
        event: { data: { method: 'delivery', shipTo, note: 'Second floor' } },
      },
    });
  });

  it('refuses several currencies', () => {
    expect(decidePlacement(command, pricesOf(priced(ham, 1250), priced(egg, 30, 'USD')))).toEqual({
      outcome: 'mixed-currencies',
      currencies: ['EUR', 'USD'],
    });
  });

  it('refuses a total that is not exact', () => {
    expect(decidePlacement(command, pricesOf(priced(ham, Number.MAX_SAFE_INTEGER), priced(egg, 1)))).toEqual({
      outcome: 'total-too-large',
    });
  });

  it.each([0, maxLines + 1])('refuses %i products', (count) => {
    const lines = Array.from({ length: count }, (_, n) => ({ productId: `product-${n}`, quantity: 1 }));
    expect(decidePlacement({ ...command, lines }, prices)).toEqual({ outcome: 'wrong-line-count', count });
  });

  it(`takes ${maxLines} products`, () => {
    const many = Array.from({ length: maxLines }, (_, n) => priced(`product-${n}`, n));
    const lines = many.map(({ productId }) => ({ productId, quantity: 1 }));
    expect(decidePlacement({ ...command, lines }, pricesOf(...many))).toMatchObject({
      outcome: 'placed',
      change: { order: { totalAmount: { amountMinor: 1225 } } },
    });
  });

  it('charges what the lines cost, however they are split and ordered', () => {
    const line = fc.record({ productId: fc.constantFrom(ham, egg), quantity: fc.integer({ min: 1, max: 1000 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), (lines) => {
        const placement = decidePlacement({ ...command, lines }, prices);
        if (placement.outcome !== 'placed') throw new Error(placement.outcome);
        const { order } = placement.change;
        const cost = lines.reduce((sum, { productId, quantity }) => sum + quantity * (productId === ham ? 1250 : 30), 0);
        expect(order.totalAmount.amountMinor).toBe(cost);
        expect(order.totalAmount.amountMinor).toBe(
          order.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0),
        );
        expect(new Set(order.lines.map(({ productId }) => productId)).size).toBe(order.lines.length);
      }),
    );
  });
});
