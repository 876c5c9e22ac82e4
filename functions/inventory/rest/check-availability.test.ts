import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import type { Stock } from '../model/stock.ts';
import { handler } from '../rest.ts';
import { putStocks } from '../store/stock-table.ts';

const table = emptyTable('inventory');
const [ham, egg, oil] = [
  '0193a000-0000-7000-8000-00000000000a',
  '0193a000-0000-7000-8000-00000000000b',
  '0193a000-0000-7000-8000-00000000000c',
] as const;
const stockOf = (productId: string, available: number): Stock => ({
  ...{ productId, localId: '0193a000-0000-7000-8000-0000000000ff', name: 'Product', initial: available, adjusted: 0 },
  ...{ available, reserved: 0, shipped: 0, lowStockThreshold: 0, version: 1 },
});
const caller = newCaller({ organizationId, permissions: ['inventory:read'] });
const check = (lines: { productId: string; quantity: number }[], by = caller) =>
  send(handler, 'POST /inventory/check-availability', { body: { lines }, caller: by, receivedAt: at });

describe('checkAvailability', () => {
  it('says of each product how much can be ordered, in one read, and stores nothing', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 5), stockOf(egg, 1)]));
    const before = table.items();
    const { status, body } = await check([
      { productId: ham, quantity: 5 },
      { productId: egg, quantity: 2 },
      { productId: oil, quantity: 1 },
    ]);
    expect(status).toBe(200);
    expect(body).toEqual({
      allAvailable: false,
      lines: [
        { productId: ham, requested: 5, available: 5, isAvailable: true, isKnown: true, version: 1 },
        { productId: egg, requested: 2, available: 1, isAvailable: false, isKnown: true, version: 1 },
        { productId: oil, requested: 1, available: 0, isAvailable: false, isKnown: false, version: 0 },
      ],
    });
    expect(table.items()).toEqual(before);
    expect(table.requests()).toHaveLength(1);
  });

  it('adds up the lines of one product, also where its id is in capitals', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 5)]));
    const lines = [
      { productId: ham, quantity: 3 },
      { productId: ham.toUpperCase(), quantity: 3 },
    ];
    const { body } = await check(lines);
    expect(body).toMatchObject({ allAvailable: false, lines: [{ productId: ham, requested: 6, available: 5 }] });
  });

  it('offers nothing of a deleted product', async () => {
    table.put(...putStocks(organizationId, [{ ...stockOf(ham, 5), isDeleted: true }]));
    const { body } = await check([{ productId: ham, quantity: 1 }]);
    expect(body).toMatchObject({ allAvailable: false, lines: [{ available: 0, isAvailable: false, isKnown: true }] });
  });

  it('knows nothing of another organization', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 5)]));
    const stranger = newCaller({ organizationId: anotherOrganizationId, permissions: ['inventory:read'] });
    expect((await check([{ productId: ham, quantity: 1 }], stranger)).body).toMatchObject({ lines: [{ isKnown: false }] });
  });

  it('refuses no lines, 51 lines and a quantity of nothing', async () => {
    const line = { productId: ham, quantity: 1 };
    for (const lines of [[], Array.from({ length: 51 }, () => line), [{ ...line, quantity: 0 }]]) {
      expect(await check(lines)).toMatchObject({ status: 422 });
    }
  });
});
