import { expect, it } from 'vitest';
import { trace } from '../../../tests/kit/invoke.ts';
import { newId } from '../../shared/ids.ts';
import { decideReservation, type Line } from '../model/reservation.ts';
import type { Stock } from '../model/stock.ts';
import { movementsPerPage } from '../model/stock-movement.ts';
import { reservationEffects } from './reservation-table.ts';

const at = '2026-11-22T10:00:00.000Z';
const organizationId = newId(at);

it('a reservation of 50 products fits one transaction, with all 50 in its row of the feed', () => {
  const lines: Line[] = Array.from({ length: 50 }, () => ({ productId: newId(at), quantity: 1 }));
  const counts = { initial: 3, adjusted: 0, available: 3, reserved: 0, shipped: 0 };
  // Each product's movements fill a page, so that a page would be filed for each.
  const full = Array.from({ length: movementsPerPage }, (_, n) => ({
    ...{ version: n, at, reason: 'reserved' as const, quantity: 1, available: 3, reserved: 0 },
  }));
  const stocks = new Map(
    lines.map(({ productId }): [string, Stock] => [
      productId,
      { productId, localId: newId(at), name: 'Cheese', ...counts, lowStockThreshold: 3, version: 1, movements: full },
    ]),
  );
  const decision = decideReservation({ orderId: newId(at), lines, at, expiresAt: at, trace }, undefined, stocks);
  if (decision.outcome !== 'answered' || decision.change === undefined) throw new Error('there is enough of all');
  const { writes } = reservationEffects(organizationId, decision.change);
  // The outbox item, the handled marker and an idempotency record come on top of them.
  expect(writes.length + 3).toBeLessThanOrEqual(100);

  const rows = writes.flatMap((write) =>
    'Put' in write && String(write.Put.Item?.pk).startsWith('STOCKFEED#') ? [write.Put.Item] : [],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.levels).toEqual(
    lines.map(({ productId }) => ({ productId, available: 2, reserved: 1, shipped: 0, version: 2 })),
  );
  // An item has at most 400 KB; a write costs one unit a KB.
  expect(JSON.stringify(rows[0]).length).toBeLessThan(8 * 1024);
});
