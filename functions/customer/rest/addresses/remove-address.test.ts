import { describe, expect, it } from 'vitest';
import { ask, asNeighbour } from '../../../../tests/kit/customer-requests.ts';
import { home, nerea, work } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../../tests/kit/invoke.ts';
import { customers } from '../../store/customer-table.ts';

const table = emptyTable('customer');
const stored = () => table.put(customers.put(organizationId, nerea));
const remove = (sent: { headers?: Record<string, string>; caller?: typeof asNeighbour } = {}) =>
  ask('DELETE /customers/{customerId}/addresses/{addressId}', { params: { addressId: work.addressId }, ...sent });

describe('removeAddress', () => {
  it('removes the default, and makes the address that was added last the default', async () => {
    stored();
    expect(await remove()).toMatchObject({ status: 204 });
    const addressBook = [{ ...home, isDefault: true }];
    expect(table.published()).toMatchObject([{ type: 'customer.updated', eventData: { changes: ['addressBook'], addressBook } }]);
    expect((await ask('GET /customers/{customerId}')).body).toMatchObject({ addresses: addressBook });
  });

  it('is 404 the second time, and for other customers', async () => {
    stored();
    expect(await remove({ caller: asNeighbour })).toMatchObject({ status: 404 });
    await remove();
    expect(await remove()).toMatchObject({ status: 404 });
  });

  it('follows If-Match when it is sent', async () => {
    stored();
    expect(await remove({ headers: { 'If-Match': '"7"' } })).toMatchObject({ status: 412 });
  });
});
