import { newId } from '../../../shared/ids.ts';
import { ok, problem } from '../../../shared/rest/answer.ts';
import { ownCommitRoute, type RouteRequest } from '../../../shared/rest/route.ts';
import type { Commits } from '../../../shared/store/commits.ts';
import { attemptWindow } from '../../model/sign-in/attempt-window.ts';
import { issuedTokens } from '../../model/sign-in/issued-tokens.ts';
import { verifyPassword } from '../../model/sign-in/password.ts';
import { newSecret, openSession } from '../../model/sign-in/session.ts';
import { issueAccessToken } from '../../store/access-token.ts';
import { throttled } from '../../store/attempt-table.ts';
import { sessions } from '../../store/session-table.ts';
import { findUserByEmail, unchangedRights, users } from '../../store/user-table.ts';

/**
 * Whatever is wrong, the organization, the address, the password, or that the user was deactivated, the answer is the same and takes
 * the same time: the same reads and one password hash. After too many failures the client has to wait, whether it is known or not.
 */
export const logIn = ownCommitRoute('POST /auth/login', async (request, commits) => {
  const { body, receivedAt, sourceAddress } = request;
  const windows = [
    attemptWindow({ kind: 'account', organizationId: body.organizationId, email: body.email }, receivedAt),
    attemptWindow({ kind: 'address', address: sourceAddress }, receivedAt),
  ];
  const attempt = await throttled(windows, receivedAt, async () => {
    const tokens = await openedSession(request, commits);
    return { result: tokens, counts: tokens === undefined };
  });
  if (attempt.outcome === 'wait') {
    return problem('too-many-logins', {
      detail: 'too many attempts failed or are being checked: wait, then try again',
      headers: { 'Retry-After': String(attempt.seconds) },
    });
  }
  return attempt.result === undefined
    ? problem('wrong-credentials', { detail: 'the organization, the e-mail address or the password is wrong' })
    : ok(attempt.result);
});

/** The tokens of a new session; undefined when the credentials are wrong. */
async function openedSession({ body, receivedAt }: RouteRequest<'POST /auth/login'>, commits: Commits) {
  const user = await findUserByEmail(body.organizationId, body.email);
  const isRight = await verifyPassword(body.password, user?.passwordHash);
  if (user === undefined || !isRight || !user.active) return undefined;
  const { userId, organizationId, sessionGeneration } = user;
  const refreshToken = { organizationId, familyId: newId(receivedAt), secret: newSecret() };
  const subject = { userId, organizationId, sessionId: refreshToken.familyId, generation: sessionGeneration };
  const accessToken = await issueAccessToken(subject, receivedAt);
  const session = openSession(refreshToken, user, receivedAt);
  return commits.decided(async () => {
    // Checking the password takes a while, in which the user may be deactivated or choose another password, which ends all sessions.
    const current = await users.find(organizationId, userId);
    if (current?.passwordHash !== user.passwordHash || !current.active) return { result: undefined };
    return {
      result: issuedTokens(accessToken, refreshToken),
      writes: [sessions.put(organizationId, session), unchangedRights(current)],
    };
  });
}
