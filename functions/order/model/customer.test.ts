import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Customer, type CustomerNews, erasedCustomer, updatedCustomer } from './customer.ts';

const customerId = '0193a000-0000-7000-8000-00000000000b';
const erasedAt = '2026-11-22T10:00:00.000Z';
const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', city: 'Galway', country: 'IE' };
const newsOf = (version: number): CustomerNews => ({
  customerId,
  version,
  addressBook: [{ addressId: `address-${version}`, address, isDefault: true }],
});

describe('our copy of a customer', () => {
  it('is that of the newest event, in whatever order they arrive and however often', () => {
    const versions = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(versions, (arrivals) => {
        const copy = arrivals.reduce<Customer | undefined>(
          (before, version) => updatedCustomer(before, newsOf(version)) ?? before,
          undefined,
        );
        expect(copy).toEqual({ status: 'known', ...newsOf(Math.max(...arrivals)) });
      }),
    );
  });

  it('stays erased, whatever arrives before and after', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (arrivals) => {
        const copy = [...arrivals, 0].reduce<Customer | undefined>((before, version) => {
          const after =
            version === 0
              ? erasedCustomer(before, { customerId, version: 7, erasedAt })
              : updatedCustomer(before, newsOf(version));
          if (after !== undefined && before !== undefined) expect(after.version).toBeGreaterThan(before.version);
          return after ?? before;
        }, undefined);
        expect(copy).toMatchObject({ status: 'erased', erasedAt });
        expect(updatedCustomer(copy, newsOf(99))).toBeUndefined();
        expect(erasedCustomer(copy, { customerId, version: 99, erasedAt })).toBeUndefined();
      }),
    );
  });
});
