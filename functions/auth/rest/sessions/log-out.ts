import { noContent } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { isOpen, parseRefreshToken, revoke } from '../../model/sign-in/session.ts';
import { endedSessionWrites, sessions } from '../../store/session-table.ts';

/**
 * Ends the session of a refresh token, even of one that was replaced, and with it its access tokens. Whatever the token, the answer
 * is the same.
 */
export const logOut = route('POST /auth/logout', async ({ body, receivedAt }) => {
  const token = parseRefreshToken(body.refreshToken);
  const session = token && (await sessions.find(token.organizationId, token.familyId));
  if (session === undefined || !isOpen(session, receivedAt)) return noContent;
  return { answer: noContent, writes: endedSessionWrites(revoke(session)) };
});
