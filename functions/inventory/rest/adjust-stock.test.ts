import { describe, expect, it } from 'vitest';
import type { StockAdjustment } from '../../../generated/rest/types.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import { maxPieces, openStock, reserveStock, type Stock } from '../model/stock.ts';
import { handler } from '../rest.ts';
import { putStocks, stocks } from '../store/stock-table.ts';

const table = emptyTable('inventory');
const productId = '0193a000-0000-7000-8000-00000000000a';
const cheese: Stock = openStock(
  {
    productId,
    localId: '0193a000-0000-7000-8000-0000000000ff',
    name: 'Goat cheese',
    category: 'dairy',
    price: { amountMinor: 450, currency: 'EUR' },
    initialStock: 10,
    lowStockThreshold: 5,
  },
  { at },
).stock;
const localId = cheese.localId;
const found: Required<StockAdjustment> = { delta: 4, reason: 'found behind the shelf' };

const caller = newCaller({ organizationId, permissions: ['inventory:adjust'], localIds: [localId] });
const adjust = (body: StockAdjustment, headers: Record<string, string> = {}, id = productId) =>
  send(handler, 'PUT /inventory/{productId}', {
    params: { productId: id },
    body,
    headers: { 'X-Correlation-Id': trace.correlationId, ...headers },
    receivedAt: at,
    caller,
  });

describe('adjustStock', () => {
  it('stores the new level, publishes it with the reason, and shows it', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    const { status, headers, body } = await adjust(found);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ETag: '"2"' });
    expect(body).toEqual({ productId, available: 14, reserved: 0, shipped: 0, version: 2 });
    expect(await stocks.find(organizationId, productId)).toMatchObject({
      ...cheese,
      available: 14,
      adjusted: 4,
      version: 2,
      movements: [{ version: 1 }, { version: 2, userId: caller.userId }],
    });
    expect(table.published()).toMatchObject([
      {
        type: 'inventory.updated',
        occurredOn: at,
        eventData: { productId, previousQuantity: 10, currentQuantity: 14, reason: 'adjusted', note: found.reason },
        metadata: { correlationId: trace.correlationId, organizationId, userId: caller.userId, aggregateVersion: 2 },
      },
    ]);
  });

  it('adjusts once for one Idempotency-Key', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    const key = { 'Idempotency-Key': 'the-same-key' };
    const first = await adjust(found, key);
    const second = await adjust(found, key);
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({ 'Idempotency-Replayed': 'true' });
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 14 });
  });

  it('adds to what a sale left that came in between', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    const { stock: sold } = reserveStock(cheese, 3, { at });
    table.beforeNextTransaction(() => table.put(...putStocks(organizationId, [sold])));
    expect(await adjust(found)).toMatchObject({ status: 200, body: { available: 11, reserved: 3, version: 3 } });
  });

  it.each(['"1"', '*', '"7", "1"'])('accepts If-Match: %s for version 1', async (ifMatch) => {
    table.put(...putStocks(organizationId, [cheese]));
    expect(await adjust(found, { 'If-Match': ifMatch })).toMatchObject({ status: 200 });
  });

  it('refuses a stale version and names the present one', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    const refused = await adjust(found, { 'If-Match': '"7"' });
    expect(refused).toMatchObject({ status: 412, headers: { ETag: '"1"' }, body: { detail: 'it is at version 1 now' } });
    expect(table.published()).toEqual([]);
  });

  it('refuses an If-Match that is neither `*` nor a list of tags', async () => {
    table.put(...putStocks(organizationId, [cheese]));
    expect(await adjust(found, { 'If-Match': 'version 1' })).toMatchObject({ status: 400 });
    expect(table.published()).toEqual([]);
  });

  it('does not take what is reserved', async () => {
    table.put(...putStocks(organizationId, [{ ...cheese, available: 3, reserved: 7 }]));
    expect(await adjust({ delta: -4, reason: 'stolen' })).toMatchObject({
      status: 409,
      body: { detail: '3 are available and 7 are reserved for orders: at most 3 can be taken away' },
    });
  });

  it('names the delta that exceeds the limit of pieces', async () => {
    table.put(...putStocks(organizationId, [{ ...cheese, initial: maxPieces, available: maxPieces }]));
    expect(await adjust(found)).toMatchObject({ status: 422, body: { errors: [{ path: '/delta' }] } });
  });

  it('is 404 for an unknown product', async () => {
    expect(await adjust(found)).toMatchObject({ status: 404 });
  });

  it('says that a product of a moment ago has no stock yet', async () => {
    expect(await adjust(found, {}, newId(at))).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
    expect(table.items()).toEqual([]);
  });
});
