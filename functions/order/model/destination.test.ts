import { describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import type { BookedAddress, Customer } from './customer.ts';
import { decideDestination } from './destination.ts';

const at = '2026-11-22T10:00:00.000Z';
const addressId = '0193a000-0000-7000-8000-0000000000a1';
const home = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
const work = { recipient: 'Nerea Ibarra', street: '3 Main Street', city: 'Galway', country: 'IE' };
const customerWith = (...addressBook: BookedAddress[]): Customer => ({
  status: 'known',
  customerId: '0193a000-0000-7000-8000-00000000000b',
  version: 1,
  addressBook,
});
const atHome = customerWith({ addressId, address: home, isDefault: true });
const collected = { outcome: 'destined', destination: { method: 'collection' } };
const to = (shipTo: object) => ({ outcome: 'destined', destination: { method: 'delivery', shipTo } });

describe('decideDestination', () => {
  it('is the default address, unless the order says otherwise', () => {
    expect(decideDestination(undefined, atHome, at)).toEqual(to(home));
    expect(decideDestination({ collect: true }, atHome, at)).toEqual(collected);
    expect(decideDestination({ address: work }, atHome, at)).toEqual(to(work));
  });

  it('is the shops without a default address, also for a customer who is not known', () => {
    expect(decideDestination(undefined, undefined, at)).toEqual(collected);
    expect(decideDestination(undefined, customerWith({ addressId, address: home, isDefault: false }), at)).toEqual(collected);
  });

  it('is an address of the book, or one that may still arrive', () => {
    expect(decideDestination({ addressId }, atHome, at)).toEqual(to(home));
    expect(decideDestination({ addressId: newId(at) }, atHome, at)).toEqual({ outcome: 'not-yet-known' });
    expect(decideDestination({ addressId }, customerWith(), at)).toMatchObject({
      outcome: 'invalid',
      errors: [{ path: '/shipTo/addressId' }],
    });
  });

  it('says what is wrong with an address', () => {
    const { postalCode: _, ...noCode } = home;
    expect(decideDestination({ address: { ...noCode, country: 'XX' } }, undefined, at)).toMatchObject({
      outcome: 'invalid',
      errors: [{ path: '/shipTo/address/country' }],
    });
    expect(decideDestination({ address: noCode }, undefined, at)).toMatchObject({
      errors: [{ path: '/shipTo/address/postalCode' }],
    });
  });
});
