import { describe, expect, it } from 'vitest';
import { at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser();
const ask = (route: string, email: string) => send(handler, route, { body: { organizationId, email }, receivedAt: at });

/** That the answer reveals nothing is shown for both routes that send links, in forget-password.test.ts. */
describe('resendVerification', () => {
  it('counts together with forgotten passwords against the limit of one address', async () => {
    table.put(...newUserWrites(user));
    for (let request = 1; request <= 5; request++) {
      expect(await ask('POST /auth/verify-email/resend', user.email)).toMatchObject({ status: 202 });
      expect(await ask('POST /auth/password/forgotten', user.email)).toMatchObject({ status: 202 });
    }
    expect(await ask('POST /auth/verify-email/resend', user.email)).toMatchObject({ status: 429 });
  });

  it.each([{ email: 'ana' }, { email: user.email, secret: 'x' }])('is 422 for %j', async (body) => {
    expect(await send(handler, 'POST /auth/verify-email/resend', { body: { organizationId, ...body } })).toMatchObject({
      status: 422,
    });
  });
});
