import type { BookedAddress, ContactPreferences, QuietHours } from '../../../generated/shared.ts';
import { addressCodec } from '../../shared/address/address-codec.ts';
import { type Codec, flag, list, number, oneOf, optional, record, text, variants } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Customer, ErasedCustomer, StoredCustomer } from '../model/customer.ts';
import { customerPartition } from './customer-key.ts';

const preferences = record<ContactPreferences>({
  language: oneOf('es', 'en'),
  channels: list(oneOf('email', 'sms', 'push')),
  quietHours: optional(record<QuietHours>({ start: text, end: text, timeZone: text })),
});

const living = record<Customer>({
  customerId: text,
  status: oneOf('active', 'inactive'),
  email: text,
  verifiedEmail: optional(text),
  name: text,
  phone: optional(text),
  preferences,
  addresses: list(record<BookedAddress>({ addressId: text, address: addressCodec, isDefault: flag })),
  registeredAt: text,
  updatedAt: optional(text),
  version: number,
});

const customerCodec: Codec<StoredCustomer> = variants<StoredCustomer, 'status'>('status', {
  active: living,
  inactive: living,
  erased: record<ErasedCustomer>({ customerId: text, status: oneOf('erased'), erasedAt: text, version: number }),
});

/** Customers under their tenant. Everything personal about one is in this item and in the copy of the user. */
export const customers = versionedItems<StoredCustomer>({
  key: (organizationId, customerId) => ({ pk: customerPartition(organizationId, customerId), sk: 'CUSTOMER' }),
  idOf: ({ customerId }) => customerId,
  codec: customerCodec,
});
