import { describe, expect, it } from 'vitest';
import { home, nerea, work } from '../../../tests/kit/customers.ts';
import { validated } from './validation.ts';

const { customerId } = nerea;
const good = { customerId, mayOrder: true, isActive: true, isComplete: true, isDeliverable: true, errors: [] };

describe('validated', () => {
  it('delivers to the default address, and collects without one', () => {
    expect(validated(nerea, undefined)).toEqual({ ...good, method: 'delivery', addressId: work.addressId });
    const withoutAddress = validated({ ...nerea, addresses: [] }, undefined);
    expect(withoutAddress).toEqual({ ...good, isComplete: false, method: 'collection' });
  });

  it('follows shipTo', () => {
    const { addressId, address } = home;
    expect(validated(nerea, { addressId })).toEqual({ ...good, method: 'delivery', addressId });
    expect(validated(nerea, { address })).toEqual({ ...good, method: 'delivery' });
    expect(validated(nerea, { collect: true })).toEqual({ ...good, method: 'collection' });
  });

  it('names what keeps the order from being delivered', () => {
    const refused = { ...good, mayOrder: false, isDeliverable: false };
    expect(validated(nerea, { addressId: customerId })).toMatchObject({ ...refused, errors: [{ path: '/shipTo/addressId' }] });
    const { postalCode: _, ...address } = home.address;
    const errors = [{ path: '/shipTo/address/postalCode' }];
    expect(validated(nerea, { address })).toMatchObject({ ...refused, errors });
  });

  it('names a login that may not order', () => {
    expect(validated({ ...nerea, status: 'inactive' }, undefined)).toMatchObject({
      mayOrder: false,
      isActive: false,
      isDeliverable: true,
      errors: [{ path: '/customerId' }],
    });
  });
});
