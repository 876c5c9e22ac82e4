import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { findCustomer } from '../../store/customer-table.ts';

const table = emptyTable('order');
const customerId = '0193a000-0000-7000-8000-00000000000b';
const profile = {
  customerId,
  email: 'nerea@example.org',
  name: 'Nerea Ibarra',
  preferences: { language: 'es' as const, channels: [] },
};
const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
const booked = (addressId: string) => ({ addressId, address, isDefault: true });
const [first, second] = ['0193a000-0000-7000-8000-0000000000a1', '0193a000-0000-7000-8000-0000000000a2'];

const register = () =>
  deliver(handler, 'customer.registered', anEvent('customer.registered', customerId, { ...profile, registeredAt: at }, 1));
const update = (version: number, addressBook: ReturnType<typeof booked>[]) => {
  const updated = { ...profile, changes: ['addressBook' as const], addressBook, updatedAt: at };
  return deliver(handler, 'customer.updated', anEvent('customer.updated', customerId, updated, version));
};
const add = (version: number, addressId: string) => {
  const added = { customerId, addressId, address, addressBook: [booked(addressId)], addedAt: at };
  return deliver(handler, 'customer.address.added', anEvent('customer.address.added', customerId, added, version));
};
const copy = async () => (await findCustomer(organizationId, customerId)).copy;

describe('the copy of a customer', () => {
  it('follows registration, new addresses and changes', async () => {
    await register();
    expect(await copy()).toEqual({ status: 'known', customerId, version: 1, addressBook: [] });
    await add(2, first);
    expect(await copy()).toMatchObject({ version: 2, addressBook: [booked(first)] });
    await update(3, [booked(second)]);
    expect(await copy()).toMatchObject({ version: 3, addressBook: [booked(second)] });
    await update(4, []);
    expect(await copy()).toMatchObject({ version: 4, addressBook: [] });
    expect(table.markers()).toHaveLength(4);
  });

  it('keeps the newest, in whatever order they arrive', async () => {
    await update(4, []);
    await add(2, first);
    await register();
    await update(3, [booked(second)]);
    expect(await copy()).toMatchObject({ version: 4, addressBook: [] });
  });

  it('holds neither e-mail address nor name', async () => {
    await register();
    await add(2, first);
    const stored = table.items().filter(({ sk }) => sk === 'COPY');
    expect(JSON.stringify(stored)).not.toContain(profile.email);
  });
});
