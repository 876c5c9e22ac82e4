import { describe, expect, it } from 'vitest';
import { at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { newLink } from '../../model/links/link.ts';
import { newSecret } from '../../model/sign-in/session.ts';
import { handler } from '../../rest.ts';
import { putLink } from '../../store/link-table.ts';
import { findUserByEmail, isEmailTaken, newUserWrites, users } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser();
const { userId, email } = user;
const newEmail = 'new@olivar.example';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

function sent(to = email): string {
  const secret = newSecret();
  table.put(putLink(secret, newLink(user, { purpose: 'verification', secret, email: to, at })));
  return secret;
}
const verify = (secret: string, receivedAt = later(1)) =>
  send(handler, 'POST /auth/verify-email', { body: { secret }, receivedAt });

describe('verifyEmail', () => {
  it('verifies the address once, however many use the link at the same time', async () => {
    table.put(...newUserWrites(user));
    const secret = sent();
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(secret)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 401)]);
    expect(await users.find(organizationId, userId)).toEqual({ ...user, verified: true, version: 2 });
    expect(table.published()).toMatchObject([
      { type: 'auth.user.verified', eventData: { userId, email, verifiedAt: later(1) }, metadata: { organizationId, userId } },
    ]);
  });

  it('refuses a second link for an address that is verified already', async () => {
    table.put(...newUserWrites(user));
    const [first, second] = [sent(), sent()];
    expect(await verify(first)).toMatchObject({ status: 204 });
    expect(await verify(second)).toMatchObject({ status: 401 });
    expect(table.published()).toHaveLength(1);
  });

  it('refuses a link after a day, and one that was made up', async () => {
    table.put(...newUserWrites(user));
    expect(await verify(sent(), later(24 * 60))).toMatchObject({ status: 401 });
    expect(await verify(newSecret())).toMatchObject({ status: 401 });
    expect(await verify('short')).toMatchObject({ status: 422 });
  });

  describe('of a new address', () => {
    it('replaces the old one, which others may register then', async () => {
      table.put(...newUserWrites({ ...user, newEmail }));
      expect(await verify(sent(newEmail))).toMatchObject({ status: 204 });
      const moved = { ...user, email: newEmail, verified: true, version: 2 };
      expect(await findUserByEmail(organizationId, newEmail)).toEqual(moved);
      expect(await isEmailTaken(organizationId, email)).toBe(false);
      expect(table.published()).toMatchObject([
        { type: 'auth.user.profile.updated', eventData: { changes: ['email'], email: newEmail, name: user.name } },
        { type: 'auth.user.verified', eventData: { email: newEmail } },
      ]);
    });

    it('is refused when somebody else has registered it meanwhile, even at the same time', async () => {
      const other = storedUser({ userId: '0197a000-0000-7000-8000-000000000002', email: newEmail });
      table.put(...newUserWrites({ ...user, newEmail }));
      const secret = sent(newEmail);
      table.beforeNextTransaction(() => table.put(...newUserWrites(other)));
      expect(await verify(secret)).toMatchObject({ status: 401 });
      expect(await verify(secret)).toMatchObject({ status: 401 });
      expect(await findUserByEmail(organizationId, newEmail)).toEqual(other);
      expect(await findUserByEmail(organizationId, email)).toMatchObject({ userId, newEmail });
    });

    it('is refused when the user wants another one by now', async () => {
      table.put(...newUserWrites({ ...user, newEmail: 'newer@olivar.example' }));
      expect(await verify(sent(newEmail))).toMatchObject({ status: 401 });
    });
  });
});
