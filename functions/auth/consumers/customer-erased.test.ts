import { describe, expect, it } from 'vitest';
import { organizationId, storedAdmin, storedUser } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { findAdministration, putAdministration } from '../store/organization-table.ts';
import { readRightsChanges } from '../store/rights-feed-table.ts';
import { findRights, findUserByEmail, isEmailTaken, listUsers, newUserWrites, users } from '../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser({ newEmail: 'new@olivar.example' });
const { userId } = user;
const erase = (customerId = userId) =>
  deliver(handler, 'customer.erased', anEvent('customer.erased', customerId, { customerId, erasedAt: at }));

describe('onCustomerErased', () => {
  it('removes name, addresses and password, and refuses the tokens of the user', async () => {
    table.put(...newUserWrites(user));
    await erase();
    expect(await users.find(organizationId, userId)).toBeUndefined();
    expect(await findUserByEmail(organizationId, user.email)).toBeUndefined();
    expect(await findRights(organizationId, userId)).toMatchObject({ active: false, roles: [], version: 2 });
    expect((await readRightsChanges(0)).map(({ change }) => change)).toMatchObject([
      { kind: 'user', rights: { userId, active: false, version: 2 } },
    ]);
    expect((await listUsers(organizationId, { limit: 20 })).users).toEqual([]);
    const stored = JSON.stringify(table.items());
    for (const text of [user.email, String(user.newEmail), user.name, user.passwordHash]) expect(stored).not.toContain(text);
    expect(table.published()).toMatchObject([{ type: 'auth.user.deactivated', eventData: { userId } }]);
  });

  it('sets the address free for somebody else', async () => {
    table.put(...newUserWrites(user));
    await erase();
    expect(await isEmailTaken(organizationId, user.email)).toBe(false);
    const successor = storedUser({ userId: '0197a000-0000-7000-8000-000000000002' });
    table.put(...newUserWrites(successor));
    expect(await findUserByEmail(organizationId, user.email)).toEqual(successor);
  });

  it('does nothing for a customer without a login, and nothing the second time', async () => {
    await erase();
    table.put(...newUserWrites(user));
    await erase('0197a000-0000-7000-8000-000000000009');
    expect(await users.find(organizationId, userId)).toEqual(user);
    await erase();
    await erase();
    expect(table.published()).toHaveLength(1);
  });

  it('takes an admin off the list of admins, unless there is no other', async () => {
    const adminIds = [storedAdmin.userId, userId].sort();
    table.put(...newUserWrites({ ...user, roles: ['admin'] }), ...newUserWrites(storedAdmin));
    table.put(putAdministration({ organizationId, adminIds, version: 1 }));
    await erase();
    expect((await findAdministration(organizationId, userId)).adminIds).toEqual([storedAdmin.userId]);
    await erase(storedAdmin.userId);
    expect(await users.find(organizationId, storedAdmin.userId)).toBeUndefined();
    expect((await findAdministration(organizationId, userId)).adminIds).toEqual([storedAdmin.userId]);
  });
});
