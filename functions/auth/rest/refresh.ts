import type { AuthSignInOperations } from '../../../generated/rest/auth-sign-in.ts';
import { log } from '../../shared/log.ts';
import { problem } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { newSecret, parseRefreshToken, rotate } from '../model/session.ts';
import { signedIn } from '../model/signed-in.ts';
import { changedSessionWrite, endedSessionWrites, findSession } from '../store/session-table.ts';
import { issueAccessToken } from '../store/signing-key-client.ts';
import { findUser } from '../store/user-table.ts';

const refused = problem({ status: 401, slug: 'session-ended', detail: 'this refresh token is not good any more: sign in again' });

/** POST /auth/refresh: a new pair of tokens for a refresh token, once. Shown a second time, it ends the session for everybody. */
export const refreshRoute: Route<AuthSignInOperations['POST /auth/refresh']> = async ({ body, cause, receivedAt }) => {
  const shown = parseRefreshToken(body.refreshToken);
  if (shown === undefined) return refused;
  return readDecideCommit(async () => {
    const session = await findSession(shown);
    if (session === undefined) return { result: refused };
    const { organizationId, userId, familyId } = session;
    const ownCause = { ...cause, organizationId, userId };
    const next = { ...shown, secret: newSecret() };
    const rotation = rotate(session, shown.secret, next.secret, receivedAt);
    switch (rotation.outcome) {
      case 'ended':
        return { result: refused };
      case 'reused':
        log.warn('refresh token reused, session revoked', {
          correlationId: cause.correlationId,
          organizationId,
          userId,
          familyId,
        });
        return { result: refused, commit: { cause: ownCause, writes: endedSessionWrites(rotation.session, session) } };
      case 'rotated': {
        const user = await findUser(organizationId, userId);
        if (!user?.active) return { result: refused };
        // Signed before the old token is used up: when KMS is out, the client may try again with it.
        const accessToken = await issueAccessToken({ userId, organizationId, sessionId: familyId }, receivedAt, ownCause);
        return {
          result: signedIn(accessToken, next),
          commit: { cause: ownCause, writes: [changedSessionWrite(rotation.session, session)] },
        };
      }
    }
  });
};
