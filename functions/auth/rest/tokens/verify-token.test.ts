import { describe, expect, it } from 'vitest';
import { bearer, issuer, tokenOf } from '../../../../tests/kit/auth-sign-in.ts';
import { mill, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { permissionsOf } from '../../model/permissions.ts';
import { publishFirstKey } from '../../store/key-table.ts';
import { newUserWrites, users } from '../../store/user-table.ts';
import { handler } from '../../twins.ts';

const table = emptyTable('auth', { TOKEN_ISSUER: issuer });
const user = storedUser({ roles: ['producer'], localIds: [mill.localId] });
const { userId } = user;
const { token, key } = await tokenOf(user);
const verify = (headers: Record<string, string>) => send(handler, 'GET /auth/verify', { headers });
const refused = (errorMessage: string) => ({ status: 200, body: { isValid: false, errorMessage } });

describe('verifyToken', () => {
  it('names the user of a good token and their rights now', async () => {
    await publishFirstKey(key);
    table.put(...newUserWrites(user));
    const { status, body } = await verify(bearer(token));
    expect(status).toBe(200);
    expect(body).toEqual({
      isValid: true,
      userId,
      organizationId,
      permissions: permissionsOf(['producer']),
      locals: [mill.localId],
      active: true,
    });
  });

  it('answers why a token is not good', async () => {
    expect(await verify(bearer(token))).toMatchObject(refused('unknown-key'));
    await publishFirstKey(key);
    expect(await verify(bearer(token))).toMatchObject(refused('unknown-user'));
    const unsigned = token.split('.').slice(0, 2).join('.');
    expect(await verify(bearer(`${unsigned}.${'A'.repeat(86)}`))).toMatchObject(refused('bad-signature'));
    table.put(...newUserWrites({ ...user, active: false }));
    expect(await verify(bearer(token))).toMatchObject(refused('deactivated'));
    table.put(users.put(organizationId, { ...user, version: 2 }));
    expect(await verify(bearer(token))).toMatchObject({ body: { isValid: true } });
    table.put(users.put(organizationId, { ...user, sessionGeneration: 1, version: 3 }));
    expect(await verify(bearer(token))).toMatchObject(refused('session-ended'));
  });

  it('is 401 without a token', async () => {
    expect(await verify({})).toMatchObject({ status: 401, body: { detail: expect.stringContaining('Bearer') } });
  });
});
