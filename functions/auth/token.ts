import { type CryptoKey, errors, type JWTPayload, jwtVerify } from 'jose';

/** Who an access token speaks for. What they may do is no claim: it is read when the token is shown, so that a change holds at once. */
export type TokenSubject = { userId: string; organizationId: string };
/** `issuedAt` is ISO 8601 UTC; `issuer` tells the stages of an account apart. */
export type TokenClaims = TokenSubject & { tokenId: string; issuedAt: string; issuer: string };

export const accessTokenLifeSeconds = 15 * 60;
export const maxTokenBytes = 8 * 1024;
const audience = 'lonja';
/** The clocks of two machines of ours differ by less. */
const clockToleranceSeconds = 5;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** An RFC 7638 thumbprint, SHA-256: nothing else is looked up. */
const keyIdPattern = /^[A-Za-z0-9_-]{43}$/;

/** Signs the bytes with ES256: r and s, 32 bytes each (RFC 7518, 3.4). */
export type Signer = { keyId: string; sign: (bytes: Uint8Array) => Promise<Uint8Array> };

/** A JWT of 15 minutes (RFC 7519), signed with ES256. */
export async function signAccessToken(claims: TokenClaims, signer: Signer): Promise<string> {
  const issuedAtSeconds = Math.floor(Date.parse(claims.issuedAt) / 1000);
  const payload: JWTPayload = {
    iss: claims.issuer,
    aud: audience,
    sub: claims.userId,
    org: claims.organizationId,
    jti: claims.tokenId,
    iat: issuedAtSeconds,
    nbf: issuedAtSeconds,
    exp: issuedAtSeconds + accessTokenLifeSeconds,
  };
  const input = `${encoded({ alg: 'ES256', typ: 'JWT', kid: signer.keyId })}.${encoded(payload)}`;
  const signature = await signer.sign(Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The public key of this id, undefined when there is none. A throw means that it could not be found out. */
export type FindKey = (keyId: string) => Promise<CryptoKey | undefined>;

export type TokenVerdict =
  | { outcome: 'valid'; subject: TokenSubject }
  | { outcome: 'refused'; reason: 'oversized' | 'malformed' | 'unknown-key' | 'bad-signature' | 'expired' | 'bad-claims' };

/**
 * Whether the token is one of ours and in force: ES256 alone, by a key we published, every claim checked. A key that travels in
 * the token is not looked at. A throw of `findKey` passes through: an outage is no refusal.
 */
export async function verifyAccessToken(
  token: string,
  { issuer, now, findKey }: { issuer: string; now: Date; findKey: FindKey },
): Promise<TokenVerdict> {
  // Before anything is parsed: a library takes megabytes of valid token.
  if (Buffer.byteLength(token) > maxTokenBytes) return refused('oversized');
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => publishedKey(kid, findKey), {
      algorithms: ['ES256'],
      typ: 'JWT',
      issuer,
      audience,
      currentDate: now,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['sub', 'org', 'jti', 'iat', 'nbf', 'exp'],
      maxTokenAge: accessTokenLifeSeconds,
    });
    const { sub, org, jti, exp, iat } = payload;
    if (!isUuid(sub) || !isUuid(org) || !isUuid(jti)) return refused('bad-claims');
    if (exp === undefined || iat === undefined || exp - iat > accessTokenLifeSeconds) return refused('bad-claims');
    return { outcome: 'valid', subject: { userId: sub, organizationId: org } };
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

async function publishedKey(keyId: unknown, findKey: FindKey): Promise<CryptoKey> {
  const key = typeof keyId === 'string' && keyIdPattern.test(keyId) ? await findKey(keyId) : undefined;
  if (key === undefined) throw new errors.JWKSNoMatchingKey();
  return key;
}

function refusalOf(thrown: unknown): TokenVerdict {
  if (thrown instanceof errors.JWTExpired) return refused('expired');
  if (thrown instanceof errors.JWTClaimValidationFailed) return refused('bad-claims');
  if (thrown instanceof errors.JWKSNoMatchingKey) return refused('unknown-key');
  if (thrown instanceof errors.JWSSignatureVerificationFailed) return refused('bad-signature');
  if (thrown instanceof errors.JOSEError) return refused('malformed');
  throw thrown;
}

type Refusal = Extract<TokenVerdict, { outcome: 'refused' }>;
const refused = (reason: Refusal['reason']): Refusal => ({ outcome: 'refused', reason });
const isUuid = (value: unknown): value is string => typeof value === 'string' && uuidPattern.test(value);
