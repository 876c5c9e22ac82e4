import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { newCaller, runRoute } from '../../../tests/kit/rest-request.ts';
import { foundOrganization } from '../model/registration.ts';
import { newUserWrites } from '../store/user-table.ts';
import { getPermissions } from './get-permissions.ts';

const table = emptyTable('auth');
const userId = '01980000-0000-7000-8000-000000000040';
const organizationId = '01980000-0000-7000-8000-000000000060';
const newcomer = { userId, email: 'nerea@example.org', name: 'Nerea', at: '2026-11-22T10:00:00.000Z' };
const { user } = foundOrganization(newcomer, { organizationId, name: 'Mercado' });

const read = (caller: ReturnType<typeof newCaller>) =>
  runRoute(getPermissions, { params: { userId }, query: {}, body: undefined, caller });

describe('getPermissions', () => {
  it('lets users read their own, whatever they may do', async () => {
    table.put(...newUserWrites({ ...user, passwordHash: 'hash' }));
    expect(await read(newCaller({ organizationId, userId, permissions: [] }))).toMatchObject({
      status: 200,
      body: { userId, roles: ['admin'] },
    });
  });

  it('takes auth:manage to read those of others', async () => {
    table.put(...newUserWrites({ ...user, passwordHash: 'hash' }));
    expect(await read(newCaller({ organizationId, permissions: ['auth:manage'] }))).toMatchObject({
      status: 200,
      body: { userId },
    });
    expect(await read(newCaller({ organizationId, permissions: ['order:read-any'] }))).toMatchObject({ status: 403 });
  });

  it('is 404 for a user of another organization', async () => {
    table.put(...newUserWrites({ ...user, passwordHash: 'hash' }));
    expect(await read(newCaller({ permissions: ['auth:manage'] }))).toMatchObject({ status: 404 });
  });
});
