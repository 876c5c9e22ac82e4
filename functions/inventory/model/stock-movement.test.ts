import { expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { fileMovements, movementsPerPage, type StockMovement } from './stock-movement.ts';

const at = '2026-11-22T10:00:00.000Z';
const movement = (version: number): StockMovement => ({
  version,
  at,
  reason: 'reserved',
  quantity: 1,
  available: 1,
  reserved: 1,
});
const withMovements = (productId: string, count: number) => ({
  productId,
  movements: Array.from({ length: count }, (_, index) => movement(index + 1)),
});

it('files nothing before a page is full, and then everything', () => {
  const stocks = [withMovements('ham', movementsPerPage - 1), withMovements('egg', movementsPerPage), { productId: 'oil' }];
  const { stocks: stored, pages } = fileMovements(stocks);
  expect(pages).toEqual([withMovements('egg', movementsPerPage)]);
  expect(stored).toEqual([stocks[0], { productId: 'egg', movements: [] }, stocks[2]]);
});

it('loses none and keeps lists short when orders of 50 products fill all pages at once', () => {
  let stocks = Array.from({ length: 50 }, () => withMovements(newId(at), movementsPerPage - 1));
  let filed = 0;
  for (let order = 1; order <= 100; order++) {
    const next = movementsPerPage - 1 + order;
    const { stocks: stored, pages } = fileMovements(
      stocks.map(({ productId, movements }) => ({ productId, movements: [...movements, movement(next)] })),
    );
    expect(pages.length).toBeLessThanOrEqual(40);
    filed += pages.reduce((sum, { movements }) => sum + movements.length, 0);
    stocks = stored;
    for (const { movements } of stocks) expect(movements.length).toBeLessThanOrEqual(movementsPerPage + 1);
  }
  expect(filed + stocks.reduce((sum, { movements }) => sum + movements.length, 0)).toBe(50 * (movementsPerPage - 1 + 100));
});
