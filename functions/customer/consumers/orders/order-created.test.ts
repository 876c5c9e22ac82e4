import { describe, expect, it } from 'vitest';
import { countersIn, orderOf } from '../../../../tests/kit/customer-orders.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';

const table = emptyTable('customer');
const orderId = '0193a000-0000-7000-8000-0000000000e1';

describe('onOrderCreated', () => {
  it('counts the order once, also when it comes again under a new event id', async () => {
    const { created } = orderOf(orderId);
    await created();
    await created();
    expect(countersIn(table.items())).toEqual({ ordersPlaced: 1, ordersUnderWay: 1 });
  });

  it('counts every one of many orders that come at the same time', async () => {
    const orders = Array.from({ length: 20 }, (_, n) => orderOf(`0193a000-0000-7000-8000-0000000000${10 + n}`));
    await Promise.all(orders.map(({ created }) => created()));
    expect(countersIn(table.items())).toEqual({ ordersPlaced: 20, ordersUnderWay: 20 });
  });
});
