import { beforeEach, describe, expect, it } from 'vitest';
import { bearer, issuer, tokenOf } from '../../../../tests/kit/auth-sign-in.ts';
import { anotherOrganizationId, mill, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { publishFirstKey } from '../../store/key-table.ts';
import { putNewLocal } from '../../store/local-table.ts';
import { newUserWrites } from '../../store/user-table.ts';
import { handler } from '../../twins.ts';

const table = emptyTable('auth', { TOKEN_ISSUER: issuer });
const user = storedUser({ roles: ['producer'], localIds: [mill.localId] });
const { token, key } = await tokenOf(user);
const [press, foreign] = ['0197a000-0000-7000-8000-0000000000c2', '0197a000-0000-7000-8000-0000000000c3'];
const validate = (localId: string, headers: Record<string, string> = bearer(token)) =>
  send(handler, 'GET /locals/{localId}/validate', { params: { localId }, headers });
const refused = (errorMessage: string) => ({ status: 200, body: { isValid: false, errorMessage } });

beforeEach(async () => {
  await publishFirstKey(key);
  table.put(
    ...newUserWrites(user),
    putNewLocal(mill),
    putNewLocal({ ...mill, localId: press }),
    putNewLocal({ ...mill, localId: foreign, organizationId: anotherOrganizationId }),
  );
});

describe('validateLocal', () => {
  it('names a shop that the user of the token may act for, whatever the case of its id', async () => {
    const allowed = { status: 200, body: { isValid: true, localName: 'The Mill' } };
    expect(await validate(mill.localId)).toMatchObject(allowed);
    expect(await validate(mill.localId.toUpperCase())).toMatchObject(allowed);
  });

  it('answers why not', async () => {
    expect(await validate(press)).toMatchObject(refused('not-assigned'));
    expect(await validate(foreign)).toMatchObject(refused('unknown-local'));
    expect(await validate(mill.localId, bearer('no.token'))).toMatchObject(refused('malformed'));
  });

  it('is 401 without a token', async () => {
    expect(await validate(mill.localId, {})).toMatchObject({ status: 401 });
  });
});
