import { describe, expect, it } from 'vitest';
import { decideDeletion, decideUpdate, newProduct, type Product } from './product.ts';

const draft = {
  localId: 'local-1',
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  initialStock: 10,
  lowStockThreshold: 5,
  description: 'From raw milk.',
  unit: '500 g',
  origin: 'Cazorla',
  photos: ['https://photos.example.org/cheese.jpg'],
};
const at = '2026-11-22T10:00:00.000Z';
const later = '2026-11-22T11:00:00.000Z';

describe('newProduct', () => {
  it('stores the draft and publishes all that inventory, order and search need', () => {
    const { product, event } = newProduct(draft, 'product-1', at);
    const { initialStock: _, ...offer } = draft;
    expect(product).toEqual({ ...offer, productId: 'product-1', createdAt: at, version: 1 });
    expect(event).toEqual({
      type: 'product.created',
      aggregateId: 'product-1',
      aggregateVersion: 1,
      occurredOn: at,
      data: { ...draft, productId: 'product-1', createdAt: at },
    });
  });

  it('leaves out fields that are not part of a product', () => {
    const smuggled = { ...draft, organizationId: 'another', version: 7 };
    expect(newProduct(smuggled, 'product-1', at).product).not.toHaveProperty('organizationId');
  });
});

describe('decideUpdate', () => {
  const { product } = newProduct(draft, 'product-1', at);
  const { version: _, ...shown } = product;

  it('changes what the patch has, and publishes what changed with the whole state', () => {
    const price = { amountMinor: 500, currency: 'EUR' };
    const update = decideUpdate(product, { price, name: 'Goat cheese' }, later);
    expect(update?.product).toEqual({ ...product, price, updatedAt: later, version: 2 });
    expect(update?.event).toEqual({
      type: 'product.updated',
      aggregateId: 'product-1',
      aggregateVersion: 2,
      occurredOn: later,
      data: { ...shown, price, updatedAt: later, changes: ['price'] },
    });
  });

  const optional = ['description', 'unit', 'origin', 'photos'] as const;
  it.each(optional)('removes %s by null, once', (field) => {
    const update = decideUpdate(product, { [field]: null }, later);
    expect(update?.product).not.toHaveProperty(field);
    expect(update?.event.data).toMatchObject({ changes: [field] });
    expect(update?.event.data).not.toHaveProperty(field);
    const without: Product = { ...product };
    delete without[field];
    expect(decideUpdate(without, { [field]: null }, later)).toBeUndefined();
  });

  it('takes an empty list of photos as none', () => {
    expect(decideUpdate(product, { photos: [] }, later)?.product).not.toHaveProperty('photos');
  });

  it.each([
    {},
    { name: 'Goat cheese' },
    { price: { currency: 'EUR', amountMinor: 450 } },
    { photos: ['https://photos.example.org/cheese.jpg'], unit: '500 g' },
  ])('decides nothing when nothing changes: %j', (patch) => {
    expect(decideUpdate(product, patch, later)).toBeUndefined();
  });
});

describe('decideDeletion', () => {
  it('keeps the product as deleted and publishes its end', () => {
    const { product } = newProduct(draft, 'product-1', at);
    const deletion = decideDeletion(product, later);
    expect(deletion.product).toEqual({ ...product, deletedAt: later, version: 2 });
    expect(deletion.event).toMatchObject({
      type: 'product.deleted',
      aggregateVersion: 2,
      data: { productId: 'product-1', localId: 'local-1', deletedAt: later },
    });
  });
});
