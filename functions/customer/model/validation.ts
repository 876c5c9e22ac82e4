import type { CustomerValidation, InputError, ShipTo } from '../../../generated/rest/types.ts';
import { checkedAddress } from '../../shared/address/checked-address.ts';
import { defaultAddress } from './address-book.ts';
import type { Customer } from './customer.ts';

type Destination = Pick<CustomerValidation, 'method' | 'addressId'> & { errors: readonly InputError[] };

/** What `POST /orders` would say about a customer and where the order goes. */
export function validated(customer: Customer, shipTo: ShipTo | undefined): CustomerValidation {
  const { customerId, status, phone } = customer;
  const { errors, ...destination } = destinationOf(customer, shipTo);
  const isActive = status === 'active';
  const isDeliverable = errors.length === 0;
  return {
    customerId,
    mayOrder: isActive && isDeliverable,
    isActive,
    isComplete: phone !== undefined && defaultAddress(customer) !== undefined,
    isDeliverable,
    ...destination,
    errors: [...(isActive ? [] : [inactive]), ...errors],
  };
}

const inactive: InputError = { path: '/customerId', message: 'is of a customer whose login may not order' };

/** Without an address, an order is collected at the shops. */
function destinationOf(customer: Customer, shipTo: ShipTo | undefined): Destination {
  if (shipTo?.collect === true) return { method: 'collection', errors: [] };
  if (shipTo?.address !== undefined) {
    const checked = checkedAddress(shipTo.address, '/shipTo/address');
    return checked.outcome === 'valid' ? { method: 'delivery', errors: [] } : { errors: checked.errors };
  }
  if (shipTo?.addressId === undefined) {
    const addressId = defaultAddress(customer)?.addressId;
    return addressId === undefined ? { method: 'collection', errors: [] } : { method: 'delivery', addressId, errors: [] };
  }
  const { addressId } = shipTo;
  const isKnown = customer.addresses.some((one) => one.addressId === addressId);
  return isKnown
    ? { method: 'delivery', addressId, errors: [] }
    : { errors: [{ path: '/shipTo/addressId', message: 'names no address of the customer' }] };
}
