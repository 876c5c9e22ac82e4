import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import type { Stock } from '../model/stock.ts';
import { handler } from '../rest.ts';
import { putStocks } from '../store/stock-table.ts';

const table = emptyTable('inventory');
const productId = '0193a000-0000-7000-8000-00000000000a';
const cheese: Stock = {
  localId: '0193a000-0000-7000-8000-0000000000ff',
  productId,
  name: 'Goat cheese',
  initial: 10,
  adjusted: 0,
  available: 7,
  reserved: 3,
  shipped: 0,
  lowStockThreshold: 5,
  version: 1,
};
const get = (id: string) =>
  send(handler, 'GET /inventory/{productId}', {
    params: { productId: id },
    receivedAt: at,
    caller: newCaller({ organizationId, permissions: ['inventory:read'] }),
  });

describe('getStock', () => {
  it('shows the levels of a product, with its version as ETag', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    const { status, headers, body } = await get(productId);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ETag: '"1"' });
    expect(body).toEqual({ productId, available: 7, reserved: 3, shipped: 0, version: 1 });
  });

  it('says that a product of a moment ago is not known yet, also another organization’s', async () => {
    const productId = newId(at);
    const refused = { status: 503, headers: { 'Retry-After': '1' }, body: { title: 'Not yet known' } };
    expect(await get(productId)).toMatchObject(refused);
    table.put(...putStocks(anotherOrganizationId, [{ ...cheese, productId }]));
    expect(await get(productId)).toMatchObject(refused);
    table.put(...putStocks(organizationId, [{ ...cheese, productId }]));
    expect(await get(productId)).toMatchObject({ status: 200 });
  });

  it('takes the id in upper case as the same id', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    expect(await get(productId.toUpperCase())).toMatchObject({ status: 200, body: { productId } });
  });

  it('is 404 for a product that is unknown or another organization’s', async () => {
    table.put(...putStocks(anotherOrganizationId, [cheese]));
    expect(await get(productId)).toMatchObject({ status: 404 });
  });
});
