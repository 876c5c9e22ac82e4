import { describe, expect, it } from 'vitest';
import { countersIn, orderOf } from '../../../../tests/kit/customer-orders.ts';
import { ask } from '../../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../../tests/kit/invoke.ts';
import { customers } from '../../store/customer-table.ts';

const table = emptyTable('customer');
const { created, moved } = orderOf('0193a000-0000-7000-8000-0000000000e1');

describe('onShipmentStatusUpdated', () => {
  it.each(['lost', 'returned'] as const)(
    'ends an order whose shipment is %s, so that its customer can be erased',
    async (status) => {
      table.put(customers.put(organizationId, nerea));
      await created();
      await moved('in_transit');
      expect(await ask('DELETE /customers/{customerId}')).toMatchObject({ status: 409 });
      await moved(status);
      await moved(status);
      expect(countersIn(table.items())).toEqual({ ordersPlaced: 1 });
      expect(await ask('DELETE /customers/{customerId}')).toMatchObject({ status: 204 });
    },
  );
});
