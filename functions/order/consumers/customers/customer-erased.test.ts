import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { customerId } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { findCustomer } from '../../store/customer-table.ts';
import { findErasures } from '../../store/erasure-table.ts';

const table = emptyTable('order');
const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
const add = (version: number) => {
  const addressId = '0193a000-0000-7000-8000-0000000000a1';
  const added = { customerId, addressId, address, addressBook: [{ addressId, address, isDefault: true }], addedAt: at };
  return deliver(handler, 'customer.address.added', anEvent('customer.address.added', customerId, added, version));
};
const erase = () => deliver(handler, 'customer.erased', anEvent('customer.erased', customerId, { customerId, erasedAt: at }, 3));

describe('onCustomerErased', () => {
  it('forgets the address book at once, and tells the job', async () => {
    await add(2);
    await erase();
    expect((await findCustomer(organizationId, customerId)).copy).toMatchObject({ status: 'erased', erasedAt: at });
    expect(JSON.stringify(table.items())).not.toContain('Maestra');
    expect((await findErasures({ limit: 10 })).items).toEqual([{ organizationId, customerId, erasedAt: at }]);
  });

  it('is final, also when it arrives first or twice', async () => {
    await erase();
    await add(2);
    await erase();
    expect((await findCustomer(organizationId, customerId)).copy).toMatchObject({ status: 'erased' });
    expect((await findErasures({ limit: 10 })).items).toHaveLength(1);
  });
});
