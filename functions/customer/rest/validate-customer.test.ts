import { describe, expect, it } from 'vitest';
import { ask, asNeighbour, asStaff } from '../../../tests/kit/customer-requests.ts';
import { nerea, work } from '../../../tests/kit/customers.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../tests/kit/invoke.ts';
import { customers } from '../store/customer-table.ts';

const table = emptyTable('customer');
const route = 'POST /customers/validate';
const { customerId } = nerea;
const { addressId } = work;

describe('validateCustomer', () => {
  it('answers customers about themselves, and staff about any of them', async () => {
    table.put(customers.put(organizationId, nerea));
    const answer = { mayOrder: true, method: 'delivery', addressId, errors: [] };
    expect(await ask(route, { body: {} })).toMatchObject({ status: 200, body: answer });
    expect(await ask(route, { caller: asStaff, body: { customerId } })).toMatchObject({ status: 200, body: answer });
    expect(await ask(route, { caller: asNeighbour, body: { customerId } })).toMatchObject({ status: 404 });
  });

  it('agrees with the book after its default has been removed, and after its last address has', async () => {
    table.put(customers.put(organizationId, nerea));
    for (const { addressId } of [...nerea.addresses].reverse()) {
      await ask('DELETE /customers/{customerId}/addresses/{addressId}', { params: { addressId } });
      const { body } = await ask('GET /customers/{customerId}');
      expect(JSON.stringify(body)).not.toContain(addressId);
      const refused = await ask(route, { body: { shipTo: { addressId } } });
      expect(refused).toMatchObject({ status: 200, body: { mayOrder: false, errors: [{ path: '/shipTo/addressId' }] } });
    }
    expect(await ask(route, { body: {} })).toMatchObject({ body: { mayOrder: true, method: 'collection' } });
  });

  it('is 404 for an erased customer, and 422 for two destinations', async () => {
    table.put(customers.put(organizationId, nerea));
    const both = { shipTo: { collect: true, addressId } };
    expect(await ask(route, { body: both })).toMatchObject({ status: 422 });
    await ask('DELETE /customers/{customerId}');
    expect(await ask(route, { body: {} })).toMatchObject({ status: 404 });
  });
});
