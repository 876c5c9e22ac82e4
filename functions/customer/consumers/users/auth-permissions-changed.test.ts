import { describe, expect, it } from 'vitest';
import type { Permission, Role } from '../../../../generated/shared.ts';
import { ask, asStaff } from '../../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';

const table = emptyTable('customer');
const { customerId: userId, email, name } = nerea;
const registered = (role: Role) =>
  deliver(
    handler,
    'auth.user.registered',
    anEvent('auth.user.registered', userId, { userId, email, name, roles: [role], registeredAt: at }),
  );
const assigned = (role: Role, permissions: Permission[]) =>
  deliver(
    handler,
    'auth.permissions.changed',
    anEvent('auth.permissions.changed', userId, { userId, roles: [role], permissions, localIds: [] }, 2),
  );
const validation = async () => (await ask('POST /customers/validate', { caller: asStaff, body: { customerId: userId } })).body;

describe('onPermissionsChanged', () => {
  it('makes staff who become buyers customers', async () => {
    await registered('producer');
    expect(table.published()).toEqual([]);
    await assigned('buyer', ['order:place']);
    expect(table.published()).toMatchObject([{ type: 'customer.registered', eventData: { customerId: userId, email, name } }]);
    expect(await validation()).toMatchObject({ mayOrder: true });
  });

  it('keeps a buyer whose new role does not allow it from ordering, and as a customer', async () => {
    await registered('buyer');
    await assigned('producer', ['product:read']);
    expect(await validation()).toMatchObject({ mayOrder: false, isActive: false });
  });
});
