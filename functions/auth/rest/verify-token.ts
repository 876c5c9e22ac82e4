import type { AuthTwinsOperations, TokenVerification } from '../../../generated/rest/auth-twins.ts';
import { environment } from '../../shared/environment.ts';
import { type Answer, ok, problem } from '../../shared/rest/answer.ts';
import { bearerToken } from '../../shared/rest/bearer-token.ts';
import type { Authenticate, Route } from '../../shared/rest/rest-handler.ts';
import { permissionsOf } from '../model/permissions.ts';
import { keyObjectOf } from '../model/tokens/verification-key.ts';
import { type VerifiedUser, verifiedUser } from '../model/tokens/verified-user.ts';
import { findKey } from '../store/key-table.ts';
import { isSessionOver } from '../store/session-table.ts';
import { findUser } from '../store/user-table.ts';

/** GET /auth/verify: the twin of VerifyToken. A bad token is an answer, an outage none. */
export const verifyTokenRoute: Route<AuthTwinsOperations['GET /auth/verify']> = async ({ headers }) => {
  const token = bearerToken(headers);
  if (token === undefined) return tokenMissing();
  const verified = await verify(token);
  const answer: TokenVerification =
    verified.outcome === 'refused'
      ? { isValid: false, errorMessage: verified.reason }
      : {
          isValid: true,
          userId: verified.rights.userId,
          organizationId: verified.rights.organizationId,
          permissions: permissionsOf(verified.rights.roles),
          locals: verified.rights.localIds,
          active: true,
        };
  return ok(answer);
};

/** Who calls, by the token alone: what the authorizer would have found. */
export const authenticate: Authenticate = async ({ headers }) => {
  const token = bearerToken(headers);
  const verified = token === undefined ? undefined : await verify(token);
  if (verified?.outcome !== 'valid') return undefined;
  const { userId, organizationId, roles, localIds } = verified.rights;
  return { userId, organizationId, permissions: new Set(permissionsOf(roles)), localIds };
};

/** Every read is strongly consistent and none is kept: this Lambda hears of no change. */
export function verify(token: string): Promise<VerifiedUser> {
  return verifiedUser(token, {
    issuer: environment('TOKEN_ISSUER'),
    now: new Date(),
    findKey: async (keyId) => {
      const key = await findKey(keyId);
      return key && keyObjectOf(key);
    },
    findUser,
    isSessionOver,
  });
}

export const tokenMissing = (): Answer =>
  problem({ status: 401, slug: 'not-signed-in', detail: 'send an access token as Authorization: Bearer …' });
