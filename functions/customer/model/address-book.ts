import { isDeepStrictEqual } from 'node:util';
import type { AddressChanges, AddressPatch, InputError, NewAddress } from '../../../generated/rest/types.ts';
import type { Address, BookedAddress } from '../../../generated/shared.ts';
import { checkedAddress } from '../../shared/address/checked-address.ts';
import { type Customer, type CustomerChange, updated } from './customer.ts';

/** As the contract says. */
export const maxAddresses = 20;

export type Addition =
  | { outcome: 'added'; change: CustomerChange }
  | { outcome: 'book-full' }
  | { outcome: 'invalid'; errors: InputError[] };

/** The first address becomes the default, a later one if it is wanted. */
export function decideAddition(customer: Customer, addressId: string, wanted: NewAddress, at: string): Addition {
  const { customerId, addresses: before } = customer;
  const checked = checkedAddress(wanted.address, '/address');
  if (checked.outcome === 'invalid') return checked;
  if (before.length >= maxAddresses) return { outcome: 'book-full' };
  const { address } = checked;
  const isDefault = wanted.isDefault || before.length === 0;
  const added: BookedAddress = { addressId, address, isDefault };
  const addressBook = [...(isDefault ? before.map(notDefault) : before), added];
  const version = customer.version + 1;
  return {
    outcome: 'added',
    change: {
      customer: { ...customer, addresses: addressBook, updatedAt: at, version },
      event: {
        type: 'customer.address.added',
        aggregateId: customerId,
        aggregateVersion: version,
        occurredOn: at,
        data: { customerId, addressId, address, addressBook, addedAt: at },
      },
    },
  };
}

export type AddressUpdate =
  | { outcome: 'updated'; change: CustomerChange; booked: BookedAddress }
  | { outcome: 'unchanged'; booked: BookedAddress }
  | { outcome: 'unknown' }
  | { outcome: 'invalid'; errors: InputError[] };

/** A merge patch of one address, which is checked as a whole afterwards. It may become the default, and the others stop being it. */
export function decideAddressUpdate(customer: Customer, addressId: string, patch: AddressPatch, at: string): AddressUpdate {
  const before = customer.addresses.find((one) => one.addressId === addressId);
  if (before === undefined) return { outcome: 'unknown' };
  const checked = checkedAddress(patchedAddress(before.address, patch.address), '/address');
  if (checked.outcome === 'invalid') return checked;
  const becomesDefault = patch.isDefault === true && !before.isDefault;
  const booked: BookedAddress = { ...before, address: checked.address, isDefault: before.isDefault || becomesDefault };
  if (isDeepStrictEqual(booked, before)) return { outcome: 'unchanged', booked };
  const addresses = customer.addresses.map((one) => {
    if (one.addressId === addressId) return booked;
    return becomesDefault ? notDefault(one) : one;
  });
  return { outcome: 'updated', change: updated({ ...customer, addresses }, ['addressBook'], at), booked };
}

function patchedAddress(before: Address, patch: AddressChanges = {}): Address {
  const { postalCode, region, phone, ...required } = patch;
  const optional = { postalCode, region, phone };
  const merged: Address = { ...before, ...required };
  for (const name of ['postalCode', 'region', 'phone'] as const) {
    const value = optional[name];
    if (value === null) delete merged[name];
    else if (value !== undefined) merged[name] = value;
  }
  return merged;
}

export type Removal = { outcome: 'removed'; change: CustomerChange } | { outcome: 'unknown' };

/** When the default goes, the address that was added last among the others becomes the default. */
export function decideRemoval(customer: Customer, addressId: string, at: string): Removal {
  const removed = customer.addresses.find((one) => one.addressId === addressId);
  if (removed === undefined) return { outcome: 'unknown' };
  const others = customer.addresses.filter((one) => one !== removed);
  const successor = removed.isDefault ? others.at(-1) : undefined;
  const addresses = others.map((one) => (one === successor ? { ...one, isDefault: true } : one));
  return { outcome: 'removed', change: updated({ ...customer, addresses }, ['addressBook'], at) };
}

export const defaultAddress = ({ addresses }: Pick<Customer, 'addresses'>): BookedAddress | undefined =>
  addresses.find(({ isDefault }) => isDefault);

const notDefault = (booked: BookedAddress): BookedAddress => ({ ...booked, isDefault: false });
