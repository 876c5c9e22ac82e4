import { type Answer, ok } from '../../shared/rest/answer.ts';
import { type RefreshToken, refreshTokenText } from './session.ts';
import { accessTokenLifeSeconds } from './tokens/token.ts';

/** What login and refresh answer (RFC 6749, 5.1, in our spelling). */
export function signedIn(accessToken: string, refreshToken: RefreshToken): Answer {
  return ok({
    accessToken,
    expiresInSeconds: accessTokenLifeSeconds,
    refreshToken: refreshTokenText(refreshToken),
    tokenType: 'Bearer',
  });
}
