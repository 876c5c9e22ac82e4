import { describe, expect, it } from 'vitest';
import type { Permission, Role } from '../../../../generated/shared.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { customer, shop } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { recipients, requireStaff } from '../../store/recipient-table.ts';

const table = emptyTable('notification');
const { email, name } = customer;
const register = (role: Role, permissions?: Permission[]) =>
  deliver(
    handler,
    'auth.user.registered',
    anEvent('auth.user.registered', customer.userId, {
      ...customer,
      roles: [role],
      ...(permissions && { permissions }),
      registeredAt: at,
      language: 'es',
    }),
  );

describe('onUserRegistered', () => {
  it('keeps a buyer’s address and name', async () => {
    await register('buyer', ['order:place']);
    expect(await recipients.find(organizationId, customer.userId)).toMatchObject({ account: { email, name, language: 'es' } });
    await expect(requireStaff(organizationId, shop)).rejects.toMatchObject({ name: 'RecipientUnknownError' });
    expect(table.markers()).toHaveLength(1);
  });

  it('lists the founder of an organization among the staff of every shop', async () => {
    await register('admin', ['auth:manage', 'inventory:adjust']);
    expect(await requireStaff(organizationId, shop)).toMatchObject([customer]);
  });

  it('reads an older event, which has no permissions', async () => {
    await register('admin');
    expect(await recipients.find(organizationId, customer.userId)).toMatchObject({ account: { email, name, language: 'es' } });
  });
});
