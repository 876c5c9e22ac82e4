import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleAssignment } from '../../../../generated/rest/types.ts';
import { admin, at, mill, storedAdmin, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { permissionsOf } from '../../model/permissions.ts';
import { handler } from '../../rest.ts';
import { putNewLocal } from '../../store/local-table.ts';
import { readRightsChanges } from '../../store/rights-feed-table.ts';
import { newUserWrites, users } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser();
const { organizationId, userId } = user;
const set = (body: RoleAssignment, id = userId) =>
  send(handler, 'PUT /auth/users/{userId}/roles', { params: { userId: id }, body, caller: admin, receivedAt: at });
beforeEach(() => table.put(...newUserWrites(storedAdmin)));

describe('setRoles', () => {
  it('stores roles and shops, announces them and informs the replicas', async () => {
    table.put(...newUserWrites(user), putNewLocal(mill));
    const { localId } = mill;
    const answer = await set({ roles: ['producer'], localIds: [localId.toUpperCase()] });
    const permissions = { userId, roles: ['producer'], permissions: permissionsOf(['producer']), localIds: [localId] };
    expect(answer).toMatchObject({ status: 200, body: permissions });
    expect(await users.find(organizationId, userId)).toEqual({ ...user, roles: ['producer'], localIds: [localId], version: 2 });
    expect(table.published()).toMatchObject([
      { type: 'auth.permissions.changed', eventData: permissions, metadata: { aggregateVersion: 2, userId: admin.userId } },
    ]);
    const rights = {
      userId,
      organizationId,
      roles: ['producer'],
      localIds: [localId],
      active: true,
      sessionGeneration: 0,
      version: 2,
    };
    expect((await readRightsChanges(0)).map(({ change }) => change)).toEqual([{ kind: 'user', rights }]);
  });

  it('decides again when another admin came in between', async () => {
    table.put(...newUserWrites(user));
    table.beforeNextTransaction(() => table.put(users.put(organizationId, { ...user, name: 'Anna', version: 2 })));
    expect(await set({ roles: ['producer'], localIds: [] })).toMatchObject({ status: 200 });
    expect(await users.find(organizationId, userId)).toMatchObject({ name: 'Anna', roles: ['producer'], version: 3 });
  });

  it('writes nothing when the user has these roles already', async () => {
    table.put(...newUserWrites(user));
    const before = table.items();
    expect(await set({ roles: ['buyer'], localIds: [] })).toMatchObject({ status: 200, body: { roles: ['buyer'] } });
    expect(table.items()).toEqual(before);
  });

  it('names every shop that the organization does not have', async () => {
    table.put(...newUserWrites(user), putNewLocal(mill));
    const unknown = '0197a000-0000-7000-8000-0000000000ff';
    expect(await set({ roles: ['producer'], localIds: [mill.localId, unknown] })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/localIds/1' }] },
    });
  });

  it('is 404 for a user who does not exist, and 409 for admins who would remove their own role', async () => {
    expect(await set({ roles: ['buyer'], localIds: [] })).toMatchObject({ status: 404 });
    expect(await set({ roles: ['buyer'], localIds: [] }, admin.userId)).toMatchObject({ status: 409 });
  });
});
