import { describe, expect, it } from 'vitest';
import { signingKms, tokensIn } from '../../../../tests/kit/auth-sign-in.ts';
import { anotherOrganizationId, at, cheapHash, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { type Received, send } from '../../../../tests/kit/rest-request.ts';
import { parseRefreshToken } from '../../model/sign-in/session.ts';
import { handler } from '../../sign-in.ts';
import { listKeys } from '../../store/key-table.ts';
import { sessions } from '../../store/session-table.ts';
import { newUserWrites } from '../../store/user-table.ts';
import { verifyAgainstTable } from '../../store/verified-token.ts';

const signing = signingKms();
const table = emptyTable('auth', signing.settings);
const password = 'four words are enough';
const user = storedUser({ passwordHash: cheapHash(password) });
const credentials = { organizationId, email: user.email, password };
/** Tokens are checked by the clock, so these logins happen now. */
const logIn = (body: object, receivedAt = new Date().toISOString()): Promise<Received> =>
  send(handler, 'POST /auth/login', { body, receivedAt });

describe('logIn', () => {
  it('opens a session and issues tokens that are good', async () => {
    table.put(...newUserWrites(user));
    const { status, body } = await logIn(credentials);
    expect([status, body]).toMatchObject([200, { expiresInSeconds: 900, tokenType: 'Bearer' }]);
    const { accessToken, refreshToken } = tokensIn(body);
    const familyId = String(parseRefreshToken(refreshToken)?.familyId);
    expect(await sessions.find(organizationId, familyId)).toMatchObject({ userId: user.userId, revoked: false, version: 1 });
    expect(await verifyAgainstTable(accessToken)).toMatchObject({
      outcome: 'valid',
      token: { subject: { userId: user.userId, organizationId, sessionId: familyId } },
    });
  });

  it('publishes the first key of a deployment, once', async () => {
    table.put(...newUserWrites(user));
    await logIn(credentials);
    const keys = await listKeys();
    await logIn(credentials);
    expect([keys.length, await listKeys()]).toEqual([1, keys]);
  });

  it('takes the organization’s id in capitals, and another spelling of the address', async () => {
    table.put(...newUserWrites(user));
    const inCapitals = { organizationId: organizationId.toUpperCase(), email: user.email.toUpperCase(), password };
    expect(await logIn(inCapitals)).toMatchObject({ status: 200 });
  });

  it('gives the same answer whatever is wrong', async () => {
    const left = storedUser({ userId: '0197a000-0000-7000-8000-000000000002', email: 'left@olivar.example', active: false });
    table.put(...newUserWrites(user), ...newUserWrites({ ...left, passwordHash: user.passwordHash }));
    const wrong = [
      { ...credentials, password: 'five words are not enough' },
      { ...credentials, email: 'nobody@olivar.example' },
      { ...credentials, email: left.email },
      { ...credentials, organizationId: anotherOrganizationId },
    ];
    for (const body of wrong) {
      const answer = await logIn(body);
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({
        type: expect.stringMatching(/wrong-credentials$/),
        detail: 'the organization, the e-mail address or the password is wrong',
      });
    }
  });

  it('makes an account wait after ten failures, even with the right password, until the quarter of an hour is over', async () => {
    table.put(...newUserWrites(user));
    const wrong = { ...credentials, password: 'wrong' };
    for (let attempt = 1; attempt <= 10; attempt++) expect(await logIn(wrong, at)).toMatchObject({ status: 401 });
    expect(await logIn(credentials, at)).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
    expect(await logIn(credentials, '2026-11-22T10:15:00.000Z')).toMatchObject({ status: 200 });
  });

  it('counts neither successes nor faults of ours as failures', async () => {
    table.put(...newUserWrites(user));
    signing.kms().out = true;
    expect(await logIn(credentials, at)).toMatchObject({ status: 503 });
    signing.kms().out = false;
    expect(await logIn(credentials, at)).toMatchObject({ status: 200 });
    const counters = table.items().filter(({ pk }) => String(pk).startsWith('ATTEMPTS#'));
    expect(counters).toMatchObject([
      { counted: 0, checking: 0 },
      { counted: 0, checking: 0 },
    ]);
  });

  it('lets correct logins at once succeed, or come back in a second', async () => {
    table.put(...newUserWrites(user));
    const answers = await Promise.all(Array.from({ length: 14 }, () => logIn(credentials, at)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(4);
    for (const answer of refused) expect(answer).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } });
    for (let again = 0; again < refused.length; again++) expect(await logIn(credentials, at)).toMatchObject({ status: 200 });
  });

  it('checks no more than ten of a thousand wrong passwords at once', async () => {
    table.put(...newUserWrites(user));
    const guesses = await Promise.all(
      Array.from({ length: 1000 }, (_, guess) => logIn({ ...credentials, password: `wrong ${guess}` }, at)),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(990);
    expect(await logIn(credentials, at)).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
  });
});
