import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../generated/rest/permissions.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { organizationId, trace } from '../../../tests/kit/invoke.ts';
import type { StockEntry } from '../model/stock-entry.ts';
import { enterStocks, type Journal } from './stock-entry-table.ts';
import { putStocks, stocks } from './stock-table.ts';

const table = emptyTable('inventory');
const [ham, egg, oil] = [
  '0193a000-0000-7000-8000-000000000001',
  '0193a000-0000-7000-8000-000000000002',
  '0193a000-0000-7000-8000-000000000003',
] as const;
const [shop, anotherShop] = ['0193a000-0000-7000-8000-0000000000c1', '0193a000-0000-7000-8000-0000000000c2'] as const;
const journal: Journal = { organizationId, kind: 'IMPORT', id: '0193a000-0000-7000-8000-0000000000cc' };
const producer = { permissions: new Set<Permission>(['inventory:adjust']), localIds: [shop] };
const cause = { ...trace, organizationId, causationId: 'import-1' };
const entering = { caller: producer, cause };
const counts = {
  localId: shop,
  initial: 5,
  adjusted: 0,
  available: 5,
  reserved: 0,
  shipped: 0,
  lowStockThreshold: 0,
  version: 1,
};
const added = (number: number, productId: string, pieces: number): StockEntry => ({
  number,
  productId,
  change: { kind: 'delta', pieces },
  note: 'delivery',
});
const open = () =>
  table.put(
    ...putStocks(organizationId, [
      { productId: ham, name: 'Ham', ...counts },
      { productId: egg, name: 'Egg', ...counts },
    ]),
  );
const available = async (productId: string) => (await stocks.find(organizationId, productId))?.available;

describe('enterStocks', () => {
  it('stores the entries of different products in one commit', async () => {
    open();
    expect(await enterStocks(journal, [added(1, ham, 2), added(2, egg, -1)], entering)).toEqual([
      { outcome: 'applied' },
      { outcome: 'applied' },
    ]);
    expect([await available(ham), await available(egg)]).toEqual([7, 4]);
    expect(new Set(table.published().map(({ commit }) => commit)).size).toBe(1);
  });

  it('applies an entry once, and refuses another one under its number', async () => {
    open();
    await enterStocks(journal, [added(1, ham, 2)], entering);
    expect(await enterStocks(journal, [added(1, ham, 2)], entering)).toEqual([{ outcome: 'repeated' }]);
    expect(await enterStocks(journal, [added(1, ham, 3)], entering)).toMatchObject([{ reason: 'number-taken' }]);
    expect(await available(ham)).toBe(7);
  });

  it('keeps the numbers of two journals apart', async () => {
    open();
    await enterStocks(journal, [added(1, ham, 2)], entering);
    expect(await enterStocks({ ...journal, kind: 'SYNC' }, [added(1, ham, 2)], entering)).toEqual([{ outcome: 'applied' }]);
    expect(await available(ham)).toBe(9);
  });

  it('rejects an entry of another shop, and stores the others', async () => {
    open();
    table.put(...putStocks(organizationId, [{ ...counts, productId: oil, name: 'Oil', localId: anotherShop }]));
    const entries = [added(1, oil, -4), added(2, egg, -1)];
    expect(await enterStocks(journal, entries, entering)).toMatchObject([{ reason: 'not-allowed' }, { outcome: 'applied' }]);
    expect([await available(oil), await available(egg)]).toEqual([5, 4]);
    const admin = { ...producer, permissions: new Set<Permission>(['inventory:adjust', 'auth:manage']) };
    expect(await enterStocks(journal, entries, { caller: admin, cause })).toEqual([
      { outcome: 'applied' },
      { outcome: 'repeated' },
    ]);
  });

  it('stores each entry by itself when the commit of all stays contended', async () => {
    open();
    table.failNext(...contended(8));
    expect(await enterStocks(journal, [added(1, ham, 2), added(2, egg, -1)], entering)).toEqual([
      { outcome: 'applied' },
      { outcome: 'applied' },
    ]);
    expect(new Set(table.published().map(({ commit }) => commit)).size).toBe(2);
  });

  it('rejects only the entry whose product stays contended', async () => {
    open();
    table.failNext(...contended(16));
    expect(await enterStocks(journal, [added(1, ham, 2), added(2, egg, -1)], entering)).toMatchObject([
      { outcome: 'rejected', reason: 'contended' },
      { outcome: 'applied' },
    ]);
    expect([await available(ham), await available(egg)]).toEqual([5, 4]);
  });

  it('throws when the table is out of reach', async () => {
    open();
    table.failNext('unreachable');
    await expect(enterStocks(journal, [added(1, ham, 2)], entering)).rejects.not.toMatchObject({ name: 'ContendedError' });
  });
});

const contended = (times: number) => Array.from({ length: times }, () => 'contended' as const);
