import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countersIn, orderOf } from '../../../../tests/kit/customer-orders.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { memoryTables } from '../../../../tests/kit/memory-table.ts';

const table = emptyTable('customer');
const orderId = '0193a000-0000-7000-8000-0000000000e1';

describe('onOrderDelivered', () => {
  it('counts total and points once', async () => {
    const { created, delivered } = orderOf(orderId);
    for (const arrive of [created, delivered, delivered]) await arrive();
    expect(countersIn(table.items())).toEqual({ ordersPlaced: 1, ordersDelivered: 1, spentEUR: 1250, loyaltyPoints: 12 });
  });

  it('comes to the same statistics in every order of arrival, never below zero, also with repetitions', async () => {
    const { created, cancelled, delivered, moved } = orderOf(orderId);
    const all = [created, cancelled, delivered, () => moved('in_transit'), () => moved('returned')];
    const arrivals = fc
      .array(fc.constantFrom(...all), { maxLength: 3 })
      .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }));
    await fc.assert(
      fc.asyncProperty(arrivals, async (events) => {
        const tables = memoryTables();
        tables.install();
        try {
          for (const arrive of events) {
            await arrive();
            for (const count of Object.values(countersIn(tables.items('customer')))) expect(count).toBeGreaterThan(0);
          }
          const end = { ordersPlaced: 1, ordersDelivered: 1, spentEUR: 1250, loyaltyPoints: 12 };
          expect(countersIn(tables.items('customer'))).toEqual(end);
        } finally {
          tables.uninstall();
        }
      }),
      { numRuns: 60 },
    );
  });
});
