import { describe, expect, it } from 'vitest';
import { admin, anotherOrganizationId, mill, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, runRoute } from '../../../../tests/kit/rest-request.ts';
import { permissionsOf } from '../../model/permissions.ts';
import { newUserWrites } from '../../store/user-table.ts';
import { getPermissions } from './get-permissions.ts';

const table = emptyTable('auth');
const user = storedUser({ roles: ['producer'], localIds: [mill.localId] });
const get = (userId: string, caller = admin) =>
  runRoute(getPermissions, { params: { userId }, query: {}, body: undefined, caller });

describe('getPermissions', () => {
  it('shows roles, shops and what they allow, and nothing else about the user', async () => {
    table.put(...newUserWrites(user));
    const { userId, roles, localIds } = user;
    expect(await get(userId)).toEqual({
      status: 200,
      body: { userId, roles, permissions: permissionsOf(['producer']), localIds },
    });
  });

  it('shows users their own, and those of others to admins only', async () => {
    table.put(...newUserWrites(user));
    const { userId, organizationId } = user;
    expect(await get(userId, newCaller({ userId, organizationId, permissions: [] }))).toMatchObject({ status: 200 });
    expect(await get(userId, newCaller({ organizationId, permissions: ['product:write'] }))).toMatchObject({ status: 403 });
  });

  it('is 404 for a user who does not exist, or belongs to another organization', async () => {
    table.put(...newUserWrites(user));
    expect(await get('0197a000-0000-7000-8000-0000000000ff')).toMatchObject({ status: 404 });
    expect(await get(user.userId, newCaller({ organizationId: anotherOrganizationId }))).toMatchObject({ status: 404 });
  });

  it('lets users read their own, whatever they may do', async () => {
    table.put(...newUserWrites(user));
    const { userId, organizationId } = user;
    expect(await get(userId, newCaller({ organizationId, userId, permissions: [] }))).toMatchObject({ status: 200 });
  });

  it('takes auth:manage to read those of others', async () => {
    table.put(...newUserWrites(user));
    const { userId, organizationId } = user;
    expect(await get(userId, newCaller({ organizationId, permissions: ['auth:manage'] }))).toMatchObject({ status: 200 });
    expect(await get(userId, newCaller({ organizationId, permissions: ['order:read-any'] }))).toMatchObject({ status: 403 });
  });
});
