import { describe, expect, it } from 'vitest';
import { ask, asStaff } from '../../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';

const table = emptyTable('customer');
const { customerId: userId, email, name } = nerea;
const registered = () =>
  deliver(
    handler,
    'auth.user.registered',
    anEvent('auth.user.registered', userId, { userId, email, name, roles: ['buyer'], registeredAt: at }),
  );
const deactivated = () =>
  deliver(handler, 'auth.user.deactivated', anEvent('auth.user.deactivated', userId, { userId, deactivatedAt: at }, 2));

describe('onUserDeactivated', () => {
  it.each([
    ['after', [registered, deactivated]],
    ['before', [deactivated, registered]],
  ])('keeps the customer from ordering, whether it comes %s the registration', async (_, arrivals) => {
    for (const arrive of arrivals) await arrive();
    const asked = { caller: asStaff, body: { customerId: userId } };
    expect((await ask('POST /customers/validate', asked)).body).toMatchObject({ mayOrder: false, isActive: false });
    expect(table.published()).toHaveLength(1);
  });
});
