import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { findCustomer } from '../../store/customer-table.ts';

emptyTable('order');
const customerId = '0193a000-0000-7000-8000-00000000000b';
const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
const whole = { ...address, region: 'Jaén', phone: '+34600111222' };
const addressBook = [
  { addressId: '0193a000-0000-7000-8000-0000000000a1', address, isDefault: false },
  { addressId: '0193a000-0000-7000-8000-0000000000a2', address: whole, isDefault: true },
];

describe('onCustomerAddressAdded', () => {
  it('keeps the whole book with every field of its addresses, also before the registration arrives', async () => {
    const added = { customerId, addressId: '0193a000-0000-7000-8000-0000000000a2', address: whole, addressBook, addedAt: at };
    await deliver(handler, 'customer.address.added', anEvent('customer.address.added', customerId, added, 3));
    const { copy } = await findCustomer(organizationId, customerId);
    expect(copy).toEqual({ status: 'known', customerId, version: 3, addressBook });
  });
});
