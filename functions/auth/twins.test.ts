import { describe, expect, it } from 'vitest';
import { bearer, issuer, tokenOf } from '../../tests/kit/auth-sign-in.ts';
import { organizationId, storedUser } from '../../tests/kit/auth-users.ts';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { send } from '../../tests/kit/rest-request.ts';
import { publishFirstKey } from './store/key-table.ts';
import { newUserWrites, users } from './store/user-table.ts';
import { handler } from './twins.ts';

const table = emptyTable('auth', { TOKEN_ISSUER: issuer });
const user = storedUser({ roles: ['producer'] });
const buyer = storedUser({ userId: '0197a000-0000-7000-8000-000000000002', email: 'eva@olivar.example' });
const { token, key } = await tokenOf(user);
const permissionsOfUser = (userId: string, headers: Record<string, string>) =>
  send(handler, 'GET /auth/users/{userId}/permissions', { params: { userId }, headers });

describe('the twins', () => {
  it('identify a caller by their token and its rights now, without the authorizer', async () => {
    await publishFirstKey(key);
    table.put(...newUserWrites(user), ...newUserWrites(buyer));
    const { userId } = user;
    expect(await permissionsOfUser(userId, {})).toMatchObject({ status: 401 });
    expect(await permissionsOfUser(userId, bearer(`${token}x`))).toMatchObject({ status: 401 });
    expect(await permissionsOfUser(userId, bearer(token))).toMatchObject({ status: 200, body: { userId, roles: ['producer'] } });
    expect(await permissionsOfUser(buyer.userId, bearer(token))).toMatchObject({ status: 403 });
    table.put(users.put(organizationId, { ...user, roles: ['admin'], version: 2 }));
    expect(await permissionsOfUser(buyer.userId, bearer(token))).toMatchObject({ status: 200, body: { roles: ['buyer'] } });
  });
});
