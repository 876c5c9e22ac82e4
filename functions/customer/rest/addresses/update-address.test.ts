import { describe, expect, it } from 'vitest';
import { ask, asNeighbour } from '../../../../tests/kit/customer-requests.ts';
import { home, nerea, work } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../../tests/kit/invoke.ts';
import { customers } from '../../store/customer-table.ts';

const table = emptyTable('customer');
const stored = () => table.put(customers.put(organizationId, nerea));
const patch = (
  body: object,
  {
    addressId = home.addressId,
    ...sent
  }: { addressId?: string; headers?: Record<string, string>; caller?: typeof asNeighbour } = {},
) => ask('PATCH /customers/{customerId}/addresses/{addressId}', { params: { addressId }, body, ...sent });

describe('updateAddress', () => {
  it('changes the address and publishes the whole book', async () => {
    stored();
    const booked = { ...home, address: { ...home.address, street: 'Calle Real 4' } };
    const answer = await patch({ address: { street: 'Calle Real 4' } });
    expect(answer).toMatchObject({ status: 200, headers: { ETag: '"2"' }, body: booked });
    expect(table.published()).toMatchObject([
      { type: 'customer.updated', eventData: { changes: ['addressBook'], addressBook: [booked, work] } },
    ]);
  });

  it('makes it the default, and publishes nothing the second time', async () => {
    stored();
    expect(await patch({ isDefault: true })).toMatchObject({ status: 200, body: { isDefault: true } });
    expect(await patch({ isDefault: true })).toMatchObject({ status: 200, headers: { ETag: '"2"' } });
    expect(table.published()).toHaveLength(1);
  });

  it('refuses what its country does not know, and to have no default', async () => {
    stored();
    const refused = await patch({ address: { postalCode: null } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/address/postalCode' }] } });
    expect(await patch({ isDefault: false })).toMatchObject({ status: 422 });
    expect(await patch({ address: { street: null } })).toMatchObject({ status: 422 });
  });

  it('follows If-Match when it is sent', async () => {
    stored();
    expect(await patch({ isDefault: true }, { headers: { 'If-Match': '"7"' } })).toMatchObject({ status: 412 });
    expect(await patch({ isDefault: true }, { headers: { 'If-Match': '"1"' } })).toMatchObject({ status: 200 });
  });

  it('is 404 for an address that is not in the book, and for other customers', async () => {
    stored();
    expect(await patch({}, { addressId: nerea.customerId })).toMatchObject({ status: 404 });
    expect(await patch({}, { caller: asNeighbour })).toMatchObject({ status: 404 });
  });
});
