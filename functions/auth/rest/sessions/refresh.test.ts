import { describe, expect, it } from 'vitest';
import { signingKms, tokensIn } from '../../../../tests/kit/auth-sign-in.ts';
import { organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { decideRefresh, newSecret, openSession, refreshTokenText } from '../../model/sign-in/session.ts';
import { handler } from '../../sign-in.ts';
import { readRightsChanges } from '../../store/rights-feed-table.ts';
import { sessions } from '../../store/session-table.ts';
import { newUserWrites, users } from '../../store/user-table.ts';
import { verifyAgainstTable } from '../../store/verified-token.ts';

const signing = signingKms();
const table = emptyTable('auth', signing.settings);
const user = storedUser();
const familyId = '0197a000-0000-7000-8000-0000000000bb';
const token = { organizationId, familyId, secret: newSecret() };
const session = openSession(token, user, new Date().toISOString());
const signedIn = () => table.put(...newUserWrites(user), sessions.put(organizationId, session));
const refresh = (refreshToken = refreshTokenText(token)) => send(handler, 'POST /auth/refresh', { body: { refreshToken } });
const endedSessions = async () =>
  (await readRightsChanges(0)).flatMap(({ change }) => (change.kind === 'session' ? [change.sessionId] : []));

describe('refresh', () => {
  it('exchanges a refresh token for a new pair, again and again', async () => {
    signedIn();
    const first = await refresh();
    expect(first.status).toBe(200);
    const { accessToken, refreshToken } = tokensIn(first.body);
    expect(await verifyAgainstTable(accessToken)).toMatchObject({
      outcome: 'valid',
      token: { subject: { sessionId: familyId } },
    });
    expect(await refresh(refreshToken)).toMatchObject({ status: 200 });
    expect(await sessions.find(organizationId, familyId)).toMatchObject({ revoked: false, version: 3 });
  });

  it('takes a token whose ids are in capitals', async () => {
    signedIn();
    const { secret } = token;
    expect(await refresh(`${organizationId.toUpperCase()}.${familyId.toUpperCase()}.${secret}`)).toMatchObject({ status: 200 });
  });

  it('ends the session for everybody when a token is used twice, and informs the replicas', async () => {
    signedIn();
    const { refreshToken } = tokensIn((await refresh()).body);
    expect(await refresh()).toMatchObject({ status: 401 });
    expect(await sessions.find(organizationId, familyId)).toMatchObject({ revoked: true });
    expect(await endedSessions()).toEqual([familyId]);
    expect(await refresh(refreshToken)).toMatchObject({ status: 401 });
  });

  it('is 401 for a session that was opened before all sessions of the user were ended', async () => {
    signedIn();
    table.put(users.put(organizationId, { ...user, sessionGeneration: 1, version: 2 }));
    expect(await refresh()).toMatchObject({ status: 401 });
    table.put(sessions.put(organizationId, { ...session, generation: 1, version: 2 }));
    const { accessToken } = tokensIn((await refresh()).body);
    expect(await verifyAgainstTable(accessToken)).toMatchObject({ outcome: 'valid', token: { subject: { generation: 1 } } });
  });

  it('takes two uses at once for a theft', async () => {
    signedIn();
    const other = decideRefresh(session, { presented: token.secret, next: newSecret() }, new Date().toISOString());
    if (other.outcome !== 'rotated') throw new Error('the first token is good');
    table.beforeNextTransaction(() => table.put(sessions.put(organizationId, other.session)));
    expect(await refresh()).toMatchObject({ status: 401 });
    expect(await sessions.find(organizationId, familyId)).toMatchObject({ revoked: true });
  });

  it('does not use up the token when KMS is out', async () => {
    signedIn();
    signing.kms().out = true;
    expect(await refresh()).toMatchObject({ status: 503 });
    signing.kms().out = false;
    expect(await refresh()).toMatchObject({ status: 200 });
  });

  it('is 401 for a user who was deactivated, and for any text that is not a token of ours', async () => {
    signedIn();
    table.put(users.put(organizationId, { ...user, active: false, version: 2 }));
    expect(await refresh()).toMatchObject({ status: 401 });
    expect(await refresh(refreshTokenText({ ...token, familyId: token.organizationId }))).toMatchObject({ status: 401 });
    expect(await refresh('not-a-token-of-ours')).toMatchObject({ status: 401 });
  });
});
