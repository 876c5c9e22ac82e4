import { describe, expect, it } from 'vitest';
import { countersIn, orderOf } from '../../../../tests/kit/customer-orders.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';

const table = emptyTable('customer');
const { created, cancelled } = orderOf('0193a000-0000-7000-8000-0000000000e1');

describe('onOrderCancelled', () => {
  it.each([
    ['after', [created, cancelled, cancelled]],
    ['before', [cancelled, created, cancelled]],
  ])('counts the order as cancelled once, and as no money, whether it comes %s its placement', async (_, arrivals) => {
    for (const arrive of arrivals) await arrive();
    expect(countersIn(table.items())).toEqual({ ordersPlaced: 1, ordersCancelled: 1 });
  });
});
