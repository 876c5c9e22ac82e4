import { log } from '../../../shared/log.ts';
import { ok, problem, type RouteAnswer } from '../../../shared/rest/answer.ts';
import { ownCommitRoute } from '../../../shared/rest/route.ts';
import { issuedTokens } from '../../model/sign-in/issued-tokens.ts';
import { decideRefresh, newSecret, parseRefreshToken } from '../../model/sign-in/session.ts';
import { issueAccessToken } from '../../store/access-token.ts';
import { endedSessionWrites, sessions } from '../../store/session-table.ts';
import { findRights, unchangedRights } from '../../store/user-table.ts';

/**
 * Exchanges a refresh token for a new pair of tokens, once. A second use ends the session for everybody who holds a token of it; the
 * edge stores nothing with a refusal, so the route commits by itself.
 */
export const refresh = ownCommitRoute('POST /auth/refresh', async ({ body, cause, receivedAt }, commits) => {
  const refused = problem('session-ended', { detail: 'this refresh token is no longer good: sign in again' });
  const presented = parseRefreshToken(body.refreshToken);
  if (presented === undefined) return refused;
  return commits.decided<RouteAnswer<'POST /auth/refresh'>>(async () => {
    const session = await sessions.find(presented.organizationId, presented.familyId);
    if (session === undefined) return { result: refused };
    const { organizationId, userId, familyId } = session;
    const next = { ...presented, secret: newSecret() };
    const decision = decideRefresh(session, { presented: presented.secret, next: next.secret }, receivedAt);
    switch (decision.outcome) {
      case 'ended':
        return { result: refused };
      case 'reused':
        log.warn('refresh token reused, session revoked', {
          correlationId: cause.correlationId,
          organizationId,
          userId,
          familyId,
        });
        return { result: refused, writes: endedSessionWrites(decision.session) };
      case 'rotated': {
        const user = await findRights(organizationId, userId);
        if (!user?.active || user.sessionGeneration !== session.generation) return { result: refused };
        // Signed before the old token is used up: when KMS is out, the client may try again with it.
        const accessToken = await issueAccessToken(
          { userId, organizationId, sessionId: familyId, generation: session.generation },
          receivedAt,
        );
        return {
          result: ok(issuedTokens(accessToken, next)),
          writes: [sessions.put(organizationId, decision.session), unchangedRights(user)],
        };
      }
    }
  });
});
