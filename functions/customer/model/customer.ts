import type { CustomerDraft, InputError, Customer as ShownCustomer } from '../../../generated/rest/types.ts';
import type { BookedAddress, ContactPreferences } from '../../../generated/shared.ts';
import { e164 } from '../../shared/address/phone.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { preferenceErrors } from './preferences.ts';
import { type CustomerStatistics, shownStatistics } from './statistics.ts';

/** Somebody who orders: a user of the organization, or a person whom its staff registered. */
export type Customer = {
  customerId: string;
  /** An inactive customer has a login that may not order. */
  status: 'active' | 'inactive';
  email: string;
  /** The e-mail address that the customer proved to be theirs last; it may differ from `email`. */
  verifiedEmail?: string | undefined;
  name: string;
  phone?: string | undefined;
  preferences: ContactPreferences;
  /** In the order in which they were added. Exactly one is the default, unless there are none. */
  addresses: readonly BookedAddress[];
  registeredAt: string;
  updatedAt?: string | undefined;
  version: number;
};

/** What stays of a person who was erased, so that erasing again succeeds and no late event brings anything back. */
export type ErasedCustomer = { customerId: string; status: 'erased'; erasedAt: string; version: number };

export type StoredCustomer = Customer | ErasedCustomer;

export type CustomerChange = {
  customer: Customer;
  event: NewEvent<'customer.registered' | 'customer.updated' | 'customer.address.added'>;
};

export const defaultPreferences: ContactPreferences = { language: 'es', channels: ['email'] };

export type Registration = { outcome: 'registered'; change: CustomerChange } | { outcome: 'invalid'; errors: InputError[] };

/** Staff register a customer who has no login. `at` is ISO 8601 UTC. */
export function decideRegistration(customerId: string, draft: CustomerDraft, at: string): Registration {
  const { email, name } = draft;
  const phone = draft.phone === undefined ? undefined : e164(draft.phone);
  const preferences = { ...defaultPreferences, ...draft.preferences };
  const errors = [
    ...(draft.phone !== undefined && phone === undefined ? [notE164] : []),
    ...preferenceErrors(preferences, phone),
  ];
  if (errors.length > 0) return { outcome: 'invalid', errors };
  return { outcome: 'registered', change: registered({ customerId, email, name, phone, preferences, at }) };
}

export const notE164: InputError = { path: '/phone', message: 'must be a telephone number in E.164 form, such as +34600111222' };

type Newcomer = Pick<Customer, 'customerId' | 'email' | 'name' | 'phone' | 'preferences'> & { at: string };

/** A new customer, with the event that says so. */
export function registered({ customerId, email, name, phone, preferences, at }: Newcomer): CustomerChange {
  const contact = { email: email.trim(), name: name.trim(), ...(phone !== undefined && { phone }), preferences };
  return {
    customer: { customerId, status: 'active', ...contact, addresses: [], registeredAt: at, version: 1 },
    event: {
      type: 'customer.registered',
      aggregateId: customerId,
      aggregateVersion: 1,
      occurredOn: at,
      data: { customerId, ...contact, registeredAt: at },
    },
  };
}

export type ChangedField = 'email' | 'name' | 'phone' | 'preferences' | 'addressBook';

/** The next version of a customer, with the event that carries the whole state. `changes` names what differs. */
export function updated(next: Customer, changes: readonly ChangedField[], at: string): CustomerChange {
  const customer = { ...next, updatedAt: at, version: next.version + 1 };
  const { customerId, email, name, phone, preferences, addresses: addressBook, version } = customer;
  return {
    customer,
    event: {
      type: 'customer.updated',
      aggregateId: customerId,
      aggregateVersion: version,
      occurredOn: at,
      data: { customerId, changes, email, name, ...(phone !== undefined && { phone }), preferences, addressBook, updatedAt: at },
    },
  };
}

/** What stays of an erased customer, with the event by which every other copy is deleted. */
export function erased(
  { customerId, version: before }: Customer,
  at: string,
): { customer: ErasedCustomer; event: NewEvent<'customer.erased'> } {
  const version = before + 1;
  return {
    customer: { customerId, status: 'erased', erasedAt: at, version },
    event: {
      type: 'customer.erased',
      aggregateId: customerId,
      aggregateVersion: version,
      occurredOn: at,
      data: { customerId, erasedAt: at },
    },
  };
}

/** A customer as the API shows it; without statistics to those who may not see them. */
export function shownCustomer(customer: Customer, statistics: CustomerStatistics | undefined): ShownCustomer {
  const { version: _version, verifiedEmail, ...shown } = customer;
  return {
    ...shown,
    isEmailVerified: verifiedEmail === customer.email,
    ...(statistics && { statistics: shownStatistics(statistics) }),
  };
}
