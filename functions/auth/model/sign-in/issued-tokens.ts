import type { Tokens } from '../../../../generated/rest/types.ts';
import { accessTokenLifeSeconds } from '../tokens/token.ts';
import { type RefreshToken, refreshTokenText } from './session.ts';

/** What login and refresh answer (RFC 6749, 5.1, in camel case). */
export const issuedTokens = (accessToken: string, refreshToken: RefreshToken): Tokens => ({
  accessToken,
  expiresInSeconds: accessTokenLifeSeconds,
  refreshToken: refreshTokenText(refreshToken),
  tokenType: 'Bearer',
});
