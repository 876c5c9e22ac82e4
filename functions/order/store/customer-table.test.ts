import { expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../tests/kit/invoke.ts';
import { customerId } from '../../../tests/kit/stored-order.ts';
import { findCustomer, followCustomer } from './customer-table.ts';

emptyTable('order');

it('keeps nothing of an event whose address book can no longer be read', async () => {
  expect(await followCustomer(organizationId, { customerId }, 2)).toBeUndefined();
  expect(await findCustomer(organizationId, customerId)).toEqual({ hasOrdered: false });
});
