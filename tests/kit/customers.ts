import type { Customer } from '../../functions/customer/model/customer.ts';
import type { BookedAddress } from '../../generated/shared.ts';
import { at } from './invoke.ts';

/** A customer with two addresses, the second one being the default. */
export const home: BookedAddress = {
  addressId: '0193a000-0000-7000-8000-0000000000c1',
  address: {
    recipient: 'Nerea Ibarra',
    street: 'Calle Maestra 12, 3º B',
    postalCode: '23001',
    city: 'Jaén',
    region: 'Jaén',
    country: 'ES',
    phone: '+34600111222',
  },
  isDefault: false,
};
export const work: BookedAddress = {
  addressId: '0193a000-0000-7000-8000-0000000000c2',
  address: { recipient: 'Nerea Ibarra', street: '1 Nathan Road', city: 'Hong Kong', country: 'HK' },
  isDefault: true,
};
export const nerea: Customer = {
  customerId: '0193a000-0000-7000-8000-0000000000c0',
  status: 'active',
  email: 'nerea@example.org',
  name: 'Nerea Ibarra',
  phone: '+34600111222',
  preferences: {
    language: 'es',
    channels: ['email', 'sms'],
    quietHours: { start: '22:00', end: '07:00', timeZone: 'Europe/Madrid' },
  },
  addresses: [home, work],
  registeredAt: at,
  version: 1,
};
