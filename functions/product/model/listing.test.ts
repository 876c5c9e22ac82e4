import { describe, expect, it } from 'vitest';
import { afterCreation, afterOffer, afterStock, type Listing, offerOf, unlisted } from './listing.ts';

const at = '2026-11-22T10:00:00.000Z';
const created = {
  productId: 'product-1',
  localId: 'local-1',
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  initialStock: 10,
  lowStockThreshold: 5,
};
const offer = offerOf(created, at);
const renamed = { ...offer, name: 'Better cheese' };

type Step = (listing: Listing) => Listing | undefined;
const steps: Record<string, Step> = {
  created: (listing) => afterCreation(listing, created, { version: 1, occurredOn: at })?.listing,
  renamed: (listing) => afterOffer(listing, renamed, 2)?.listing,
  stocked: (listing) => afterStock(listing, 10, 1)?.listing,
  sold: (listing) => afterStock(listing, 0, 2)?.listing,
};
const permutations = (names: readonly string[]): string[][] =>
  names.length === 0
    ? [[]]
    : names.flatMap((name) => permutations(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));

describe('a listing', () => {
  it.each(permutations(Object.keys(steps)))('ends the same when %s come in this order, each twice', (...order) => {
    let listing = unlisted('product-1');
    for (const name of order.flatMap((step) => [step, step])) listing = steps[name]?.(listing) ?? listing;
    expect(listing).toMatchObject({ offer: renamed, offerVersion: 2, available: 0, stockVersion: 2 });
  });

  it('of a deleted product comes back by no earlier event', () => {
    const deleted = afterOffer(unlisted('product-1'), undefined, 3)?.listing ?? unlisted('product-1');
    expect(afterOffer(deleted, renamed, 2)).toBeUndefined();
    expect(afterCreation(deleted, created, { version: 1, occurredOn: at })?.listing).not.toHaveProperty('offer');
  });
});

describe('searches', () => {
  const listed = afterCreation(unlisted('product-1'), created, { version: 1, occurredOn: at })?.listing ?? unlisted('product-1');

  it.each([
    [10, 9, false],
    [1, 0, true],
    [0, 3, true],
    [0, 0, false],
  ])('hear of %i → %i available: %s', (before, after, expected) => {
    const known = { ...listed, available: before };
    expect(afterStock(known, after, 7)?.changesSearch).toBe(expected);
  });

  it('do not hear of the stock of a product that is not listed', () => {
    expect(afterStock(unlisted('product-1'), 5, 1)?.changesSearch).toBe(false);
  });
});
