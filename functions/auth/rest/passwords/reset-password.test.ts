import { describe, expect, it } from 'vitest';
import { at, cheapHash, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { newLink } from '../../model/links/link.ts';
import { verifyPassword } from '../../model/sign-in/password.ts';
import { newSecret } from '../../model/sign-in/session.ts';
import { handler } from '../../rest.ts';
import { putLink } from '../../store/link-table.ts';
import { readRightsChanges } from '../../store/rights-feed-table.ts';
import { newUserWrites, users } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser({ passwordHash: cheapHash('the old password') });
const password = 'four new words here';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** A link as it was sent; returns its secret. */
function sent(given: { purpose?: 'password' | 'verification'; email?: string } = {}): string {
  const secret = newSecret();
  const { purpose = 'password', email = user.email } = given;
  table.put(putLink(secret, newLink(user, { purpose, secret, email, at })));
  return secret;
}
const reset = (secret: string, receivedAt = later(1)) =>
  send(handler, 'POST /auth/password/reset', { body: { secret, password }, receivedAt });
const hashNow = async () => (await users.find(organizationId, user.userId))?.passwordHash;

describe('resetPassword', () => {
  it('sets the password, ends all sessions and informs the replicas', async () => {
    table.put(...newUserWrites(user));
    expect(await reset(sent())).toMatchObject({ status: 204 });
    expect(await verifyPassword(password, await hashNow())).toBe(true);
    expect(await users.find(organizationId, user.userId)).toMatchObject({ sessionGeneration: 1, version: 2 });
    expect((await readRightsChanges(0)).map(({ change }) => change)).toMatchObject([
      { kind: 'user', rights: { userId: user.userId, sessionGeneration: 1, version: 2 } },
    ]);
  });

  it('succeeds exactly once when ten use one link at the same time', async () => {
    table.put(...newUserWrites(user));
    const secret = sent();
    const answers = await Promise.all(Array.from({ length: 10 }, () => reset(secret)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 401)]);
    expect(await users.find(organizationId, user.userId)).toMatchObject({ sessionGeneration: 1, version: 2 });
  });

  it('refuses every other link that was sent before', async () => {
    table.put(...newUserWrites(user));
    const [first, second] = [sent(), sent()];
    expect(await reset(second)).toMatchObject({ status: 204 });
    expect(await reset(first)).toMatchObject({ status: 401, body: { title: 'Link no longer good' } });
    expect(await reset(second)).toMatchObject({ status: 401 });
  });

  it('refuses a link that was sent to an address which was changed since', async () => {
    table.put(...newUserWrites({ ...user, email: 'moved@olivar.example' }));
    expect(await reset(sent())).toMatchObject({ status: 401 });
  });

  it('refuses a link after an hour, one for another purpose, one of a deactivated user, and one that was made up', async () => {
    table.put(...newUserWrites(user));
    expect(await reset(sent(), later(60))).toMatchObject({ status: 401 });
    expect(await reset(sent({ purpose: 'verification' }))).toMatchObject({ status: 401 });
    expect(await reset(newSecret())).toMatchObject({ status: 401 });
    table.put(users.put(organizationId, { ...user, active: false, version: 2 }));
    expect(await reset(sent())).toMatchObject({ status: 401 });
    expect(await hashNow()).toBe(user.passwordHash);
  });
});
