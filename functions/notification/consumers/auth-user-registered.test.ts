import { describe, expect, it } from 'vitest';
import type { Role } from '../../../generated/shared.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { customer } from '../../../tests/kit/notified.ts';
import { handler } from '../consumer.ts';
import { findRecipient, findStaff, putRecipient } from '../store/recipient-table.ts';

const table = emptyTable('notification');
const { userId, email, name } = customer;
const register = (role: Role) =>
  deliver(
    handler,
    'auth.user.registered',
    anEvent('auth.user.registered', userId, { userId, email, name, roles: [role], registeredAt: at }),
  );

describe('onUserRegistered', () => {
  it('keeps a buyer’s address and name', async () => {
    await register('buyer');
    expect(await findRecipient(organizationId, userId)).toEqual(customer);
    expect(await findStaff(organizationId)).toEqual([]);
    expect(table.markers()).toHaveLength(1);
  });

  it.each<Role>(['admin', 'producer'])('lists an %s among the staff', async (role) => {
    await register(role);
    expect(await findStaff(organizationId)).toEqual([{ ...customer, isStaff: true }]);
  });

  it('leaves a recipient that exists as later events made it', async () => {
    table.put(...putRecipient(organizationId, { ...customer, isStaff: true, version: 3 }, 0));
    await register('buyer');
    expect(await findRecipient(organizationId, userId)).toMatchObject({ isStaff: true, version: 3 });
  });
});
