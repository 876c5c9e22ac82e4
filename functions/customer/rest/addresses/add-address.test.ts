import { describe, expect, it } from 'vitest';
import { ask, asNeighbour } from '../../../../tests/kit/customer-requests.ts';
import { home, nerea } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../../tests/kit/invoke.ts';
import { customers } from '../../store/customer-table.ts';

const table = emptyTable('customer');
const route = 'POST /customers/{customerId}/addresses';
const { customerId } = nerea;
const stored = (addresses = nerea.addresses) => table.put(customers.put(organizationId, { ...nerea, addresses }));
const { address } = home;

describe('addAddress', () => {
  it('stores the address as its country writes it, publishes it, and answers with ids alone', async () => {
    stored([]);
    const typed = { ...address, postalCode: ' 23 001', country: 'es', phone: '+34 600 111 222' };
    const { status, body, headers } = await ask(route, { body: { address: typed } });
    const [event] = table.published();
    const { addressId } = Object(event?.eventData);
    expect({ status, body }).toEqual({ status: 201, body: { customerId, addressId } });
    expect(headers).toMatchObject({ Location: `../${customerId}` });
    const booked = { addressId, address, isDefault: true };
    expect(event).toMatchObject({ type: 'customer.address.added', eventData: { customerId, address, addressBook: [booked] } });
    expect((await ask('GET /customers/{customerId}')).body).toMatchObject({ addresses: [booked] });
  });

  it.each(['HK', 'PA', 'AE', 'IE'])('takes an address in %s without a postal code', async (country) => {
    stored([]);
    const { postalCode: _, ...rest } = address;
    expect(await ask(route, { body: { address: { ...rest, country } } })).toMatchObject({ status: 201 });
  });

  it('names the places that are wrong', async () => {
    stored();
    const { postalCode: _, ...rest } = address;
    const refused = await ask(route, { body: { address: rest } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/address/postalCode' }] } });
    expect(await ask(route, { body: { address: { ...address, country: 'XX' } } })).toMatchObject({ status: 422 });
    expect(table.published()).toEqual([]);
  });

  it('is 409 when the book is full', async () => {
    stored(Array.from({ length: 20 }, () => home));
    expect(await ask(route, { body: { address } })).toMatchObject({ status: 409 });
  });

  it('keeps all of several that are added at the same time', async () => {
    stored([]);
    await Promise.all([1, 2, 3].map((n) => ask(route, { body: { address: { ...address, street: `Calle Real ${n}` } } })));
    const { addresses } = Object((await ask('GET /customers/{customerId}')).body);
    expect(addresses).toHaveLength(3);
    expect(addresses.filter((one: { isDefault: boolean }) => one.isDefault)).toHaveLength(1);
  });

  it('is 404 for other customers', async () => {
    stored();
    expect(await ask(route, { caller: asNeighbour, body: { address } })).toMatchObject({ status: 404 });
  });
});
