import { describe, expect, it } from 'vitest';
import { newProduct } from './product.ts';

const draft = {
  localId: 'local-1',
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  initialStock: 10,
  lowStockThreshold: 5,
};

describe('newProduct', () => {
  it('stores the draft and publishes all that inventory and order need', () => {
    const { product, event } = newProduct(draft, 'product-1', '2026-11-22T10:00:00.000Z');
    const { initialStock: _, ...offer } = draft;
    expect(product).toEqual({ ...offer, productId: 'product-1', createdAt: '2026-11-22T10:00:00.000Z', version: 1 });
    expect(event).toEqual({
      type: 'product.created',
      aggregateId: 'product-1',
      aggregateVersion: 1,
      occurredOn: '2026-11-22T10:00:00.000Z',
      data: { ...draft, productId: 'product-1' },
    });
  });

  it('leaves out fields that are not part of a product', () => {
    const smuggled = { ...draft, organizationId: 'another', version: 7 };
    expect(newProduct(smuggled, 'product-1', '2026-11-22T10:00:00.000Z').product).not.toHaveProperty('organizationId');
  });
});
