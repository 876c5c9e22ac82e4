import { permissionsOf } from '../functions/auth/permissions.ts';
import { type FindKey, verifyAccessToken } from '../functions/auth/token.ts';
import { type VerifyTokenRequest, VerifyTokenResponse } from '../generated/grpc/lonja/auth/v1/auth.ts';
import type { AuthReaders } from './readers.ts';

/** Whose token it is and what they may do now: the rights are read at each call, the token does not carry them. */
export async function verifyToken(
  { token }: VerifyTokenRequest,
  { issuer, now, findKey, findUser }: { issuer: string; now: Date; findKey: FindKey; findUser: AuthReaders['findUser'] },
): Promise<VerifyTokenResponse> {
  const verdict = await verifyAccessToken(token, { issuer, now, findKey });
  if (verdict.outcome === 'refused') return notValid(verdict.reason);
  const { userId, organizationId } = verdict.subject;
  const user = await findUser(organizationId, userId);
  if (user === undefined) return notValid('unknown-user');
  if (!user.active) return notValid('deactivated');
  return {
    isValid: true,
    userId,
    organizationId,
    permissions: permissionsOf(user.roles),
    locals: [...user.localIds],
    active: true,
    errorMessage: '',
  };
}

const notValid = (errorMessage: string) => VerifyTokenResponse.fromPartial({ errorMessage });
