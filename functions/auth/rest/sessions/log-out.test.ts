import { describe, expect, it } from 'vitest';
import { organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { newSecret, openSession, refreshTokenText } from '../../model/sign-in/session.ts';
import { handler } from '../../rest.ts';
import { readRightsChanges } from '../../store/rights-feed-table.ts';
import { isSessionOver, sessions } from '../../store/session-table.ts';

const table = emptyTable('auth');
const familyId = '0197a000-0000-7000-8000-0000000000bb';
const token = { organizationId, familyId, secret: newSecret() };
const session = openSession(token, storedUser(), new Date().toISOString());
const logOut = (refreshToken: string) => send(handler, 'POST /auth/logout', { body: { refreshToken } });
const loggedOut = { status: 204, body: undefined };

describe('logOut', () => {
  it('ends the session and informs the replicas', async () => {
    table.put(sessions.put(organizationId, session));
    expect(await logOut(refreshTokenText(token))).toMatchObject(loggedOut);
    expect(await isSessionOver(organizationId, familyId)).toBe(true);
    expect(await readRightsChanges(0)).toMatchObject([{ change: { kind: 'session', sessionId: familyId } }]);
  });

  it('ends it with a token that was replaced, and with ids in capitals', async () => {
    table.put(sessions.put(organizationId, session));
    await logOut(`${organizationId.toUpperCase()}.${familyId.toUpperCase()}.${newSecret()}`);
    expect(await isSessionOver(organizationId, familyId)).toBe(true);
  });

  it('gives the same answer, and writes nothing, when there is no session or it has ended', async () => {
    expect(await logOut(refreshTokenText(token))).toMatchObject(loggedOut);
    expect(await logOut('not-a-token-of-ours')).toMatchObject(loggedOut);
    expect(table.items()).toEqual([]);
    table.put(sessions.put(organizationId, session));
    await logOut(refreshTokenText(token));
    const before = table.items();
    expect(await logOut(refreshTokenText(token))).toMatchObject(loggedOut);
    expect(table.items()).toEqual(before);
  });
});
