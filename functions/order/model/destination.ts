import type { ShipTo } from '../../../generated/rest/types.ts';
import type { Address } from '../../../generated/shared.ts';
import { type CheckedAddress, checkedAddress } from '../../shared/address/checked-address.ts';
import { mayBeOnItsWay } from '../../shared/ids.ts';
import type { Customer } from './customer.ts';

/** How an order reaches its customer. */
export type Destination = { method: 'delivery'; shipTo: Address } | { method: 'collection' };

export type Destined =
  | { outcome: 'destined'; destination: Destination }
  /** The address was added a moment ago, and its event may still be on its way. */
  | { outcome: 'not-yet-known' }
  | Extract<CheckedAddress, { outcome: 'invalid' }>;

/** Without `shipTo`, the order goes to the default address, and is collected at the shops when there is none. */
export function decideDestination(shipTo: ShipTo | undefined, customer: Customer | undefined, at: string): Destined {
  const addressBook = customer?.status === 'known' ? customer.addressBook : [];
  if (shipTo === undefined) {
    const byDefault = addressBook.find(({ isDefault }) => isDefault);
    return byDefault === undefined ? collected : deliveredTo(byDefault.address);
  }
  if (shipTo.collect !== undefined) return collected;
  if (shipTo.address !== undefined) {
    const checked = checkedAddress(shipTo.address, '/shipTo/address');
    return checked.outcome === 'valid' ? deliveredTo(checked.address) : checked;
  }
  const { addressId } = shipTo;
  const booked = addressBook.find((one) => one.addressId === addressId);
  if (booked !== undefined) return deliveredTo(booked.address);
  if (mayBeOnItsWay(addressId, at)) return { outcome: 'not-yet-known' };
  return { outcome: 'invalid', errors: [{ path: '/shipTo/addressId', message: 'names no address of the customer' }] };
}

const collected: Destined = { outcome: 'destined', destination: { method: 'collection' } };
const deliveredTo = (shipTo: Address): Destined => ({ outcome: 'destined', destination: { method: 'delivery', shipTo } });
