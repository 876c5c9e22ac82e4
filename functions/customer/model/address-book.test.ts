import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { home, nerea, work } from '../../../tests/kit/customers.ts';
import { decideAddition, decideAddressUpdate, decideRemoval, defaultAddress, maxAddresses } from './address-book.ts';
import type { Customer } from './customer.ts';

const at = '2026-11-23T10:00:00.000Z';
const addressId = '0193a000-0000-7000-8000-0000000000c9';
const alone: Customer = { ...nerea, addresses: [] };
const { address } = home;

describe('decideAddition', () => {
  it('makes the first address the default', () => {
    const addition = decideAddition(alone, addressId, { address, isDefault: false }, at);
    const booked = { addressId, address, isDefault: true };
    expect(addition).toMatchObject({
      outcome: 'added',
      change: {
        customer: { addresses: [booked], version: 2, updatedAt: at },
        event: {
          type: 'customer.address.added',
          aggregateVersion: 2,
          data: { addressId, address, addressBook: [booked], addedAt: at },
        },
      },
    });
  });

  it('makes a later one the default only if it is wanted, and then only that one', () => {
    const defaultsAfter = (isDefault: boolean) => {
      const addition = decideAddition(nerea, addressId, { address, isDefault }, at);
      return addition.outcome === 'added' && addition.change.customer.addresses.map((one) => one.isDefault);
    };
    expect(defaultsAfter(false)).toEqual([false, true, false]);
    expect(defaultsAfter(true)).toEqual([false, false, true]);
  });

  it('refuses an address that its country does not know, and a 21st one', () => {
    const withoutCode = { recipient: 'Nerea', street: 'Calle Real 4', city: 'Jaén', country: 'ES' };
    expect(decideAddition(nerea, addressId, { address: withoutCode, isDefault: false }, at)).toMatchObject({
      outcome: 'invalid',
      errors: [{ path: '/address/postalCode' }],
    });
    const full = { ...nerea, addresses: Array.from({ length: maxAddresses }, () => home) };
    expect(decideAddition(full, addressId, { address, isDefault: false }, at)).toEqual({ outcome: 'book-full' });
  });
});

describe('decideAddressUpdate', () => {
  it('changes what is given, clears what is null, and checks the result', () => {
    const patch = { address: { street: 'Calle Real 4', region: null, postalCode: '18 009', city: 'Granada' } };
    const { region: _, ...rest } = address;
    expect(decideAddressUpdate(nerea, home.addressId, patch, at)).toMatchObject({
      outcome: 'updated',
      booked: { address: { ...rest, street: 'Calle Real 4', postalCode: '18009', city: 'Granada' } },
      change: { event: { type: 'customer.updated', data: { changes: ['addressBook'] } } },
    });
    for (const wrong of [{ postalCode: null }, { country: 'PT' }, { phone: '+0 123 4567' }]) {
      expect(decideAddressUpdate(nerea, home.addressId, { address: wrong }, at).outcome).toBe('invalid');
    }
  });

  it('changes nothing without a difference', () => {
    for (const patch of [{}, { address: {} }, { address }, { isDefault: true as const }]) {
      const { outcome } = decideAddressUpdate(nerea, 'isDefault' in patch ? work.addressId : home.addressId, patch, at);
      expect(outcome).toBe('unchanged');
    }
  });

  it('makes another address the default', () => {
    const update = decideAddressUpdate(nerea, home.addressId, { isDefault: true }, at);
    expect(update.outcome === 'updated' && update.change.customer.addresses).toEqual([
      { ...home, isDefault: true },
      { ...work, isDefault: false },
    ]);
    expect(decideAddressUpdate(nerea, addressId, {}, at)).toEqual({ outcome: 'unknown' });
  });
});

describe('decideRemoval', () => {
  it('makes the address that was added last the default when the default goes', () => {
    const removal = decideRemoval(nerea, work.addressId, at);
    expect(removal.outcome === 'removed' && removal.change.customer.addresses).toEqual([{ ...home, isDefault: true }]);
    expect(decideRemoval(nerea, addressId, at)).toEqual({ outcome: 'unknown' });
  });

  it('leaves exactly one default in a book that is not empty, whatever happens to it', () => {
    const step = fc.record({ kind: fc.constantFrom('add', 'add as default', 'make default', 'remove'), n: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let customer = alone;
        for (const [index, { kind, n }] of steps.entries()) {
          const id = customer.addresses[n % Math.max(customer.addresses.length, 1)]?.addressId ?? addressId;
          const decided =
            kind === 'remove'
              ? decideRemoval(customer, id, at)
              : kind === 'make default'
                ? decideAddressUpdate(customer, id, { isDefault: true }, at)
                : decideAddition(customer, `${index}`, { address, isDefault: kind === 'add as default' }, at);
          if ('change' in decided) customer = decided.change.customer;
          const defaults = customer.addresses.filter(({ isDefault }) => isDefault);
          expect(defaults).toHaveLength(Math.min(customer.addresses.length, 1));
          expect(customer.addresses.length).toBeLessThanOrEqual(maxAddresses);
        }
        expect(defaultAddress(customer) === undefined).toBe(customer.addresses.length === 0);
      }),
    );
  });
});
