import type { AuthOperations } from '../../../generated/rest/auth.ts';
import type { Answer } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { isOpen, parseRefreshToken, revoke } from '../model/session.ts';
import { endedSessionWrites, findSession } from '../store/session-table.ts';

const loggedOut: Answer = { status: 204, body: undefined };

/** POST /auth/logout: ends the session of a refresh token, also of one that is spent, and with it its access tokens. Whatever the token, the answer is the same. */
export const logoutRoute: Route<AuthOperations['POST /auth/logout']> = async ({ body, cause, receivedAt }) => {
  const shown = parseRefreshToken(body.refreshToken);
  if (shown === undefined) return loggedOut;
  return readDecideCommit(async () => {
    const session = await findSession(shown);
    if (session === undefined || !isOpen(session, receivedAt)) return { result: loggedOut };
    const { organizationId, userId } = session;
    const ownCause = { ...cause, organizationId, userId };
    return { result: loggedOut, commit: { cause: ownCause, writes: endedSessionWrites(revoke(session), session) } };
  });
};
