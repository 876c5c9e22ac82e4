import { beforeEach, describe, expect, it } from 'vitest';
import { admin, at, storedAdmin, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { readRightsChanges } from '../../store/rights-feed-table.ts';
import { newUserWrites, users } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser();
const { organizationId, userId } = user;
const deactivate = (id = userId) =>
  send(handler, 'POST /auth/users/{userId}/deactivate', { params: { userId: id }, caller: admin, receivedAt: at });
beforeEach(() => table.put(...newUserWrites(storedAdmin)));

describe('deactivateUser', () => {
  it('locks the user out, announces it and informs the replicas', async () => {
    table.put(...newUserWrites(user));
    expect(await deactivate()).toMatchObject({ status: 200, body: { userId, active: false } });
    expect(await users.find(organizationId, userId)).toEqual({ ...user, active: false, version: 2 });
    expect(table.published()).toMatchObject([{ type: 'auth.user.deactivated', eventData: { userId, deactivatedAt: at } }]);
    expect(await readRightsChanges(0)).toMatchObject([{ change: { kind: 'user', rights: { userId, active: false } } }]);
  });

  it('does it once', async () => {
    table.put(...newUserWrites(user));
    await deactivate();
    const before = table.items();
    expect(await deactivate()).toMatchObject({ status: 200, body: { userId, active: false } });
    expect(table.items()).toEqual(before);
  });

  it('is 404 for a user who does not exist, and 409 for the caller', async () => {
    expect(await deactivate()).toMatchObject({ status: 404 });
    expect(await deactivate(admin.userId)).toMatchObject({ status: 409 });
  });
});
