import { type KeyObject, verify } from 'node:crypto';
import { jsonObject } from '../../../shared/input/json-object.ts';
import { derSignature } from './ecdsa-signature.ts';

/** Whose an access token is. Their rights are not a claim: they are read at each verification, so that a change holds at once. */
export type TokenSubject = {
  userId: string;
  organizationId: string;
  /** The session it was issued in, and with which it ends. */
  sessionId?: string;
  /** The user's `sessionGeneration` when it was issued; 0 in a token without the claim. */
  generation?: number;
};
/** `issuedAt` is ISO 8601 UTC; `issuer` distinguishes the stages of an account. */
export type TokenClaims = TokenSubject & { tokenId: string; issuedAt: string; issuer: string };

export const accessTokenLifeSeconds = 15 * 60;
export const maxTokenBytes = 8 * 1024;
const audience = 'lonja';
/** The clocks of our machines differ by less. */
const clockToleranceMs = 5000;
/** How long after its signature a token can be valid: nothing about a token has to be remembered for longer. */
export const maxTokenAgeMs = accessTokenLifeSeconds * 1000 + 2 * clockToleranceMs;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** An RFC 7638 thumbprint, SHA-256. No other key id is looked up. */
const keyIdPattern = /^[A-Za-z0-9_-]{43}$/;
/** The compact form (RFC 7515, 7.1); a signature of 64 bytes takes 86 characters of base64url. */
const compactPattern = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/;
const headerNames = 'alg,kid,typ';

/** Signs the bytes with ES256: r and s, 32 bytes each (RFC 7518, 3.4). */
export type Signer = { keyId: string; sign: (bytes: Uint8Array) => Promise<Uint8Array> };

/** A JWT (RFC 7519) that is valid for 15 minutes, signed with ES256. */
export async function signAccessToken(claims: TokenClaims, signer: Signer): Promise<string> {
  const issuedAtSeconds = Math.floor(Date.parse(claims.issuedAt) / 1000);
  const payload = {
    iss: claims.issuer,
    aud: audience,
    sub: claims.userId,
    org: claims.organizationId,
    jti: claims.tokenId,
    ...(claims.sessionId !== undefined && { sid: claims.sessionId }),
    ...(claims.generation !== undefined && { gen: claims.generation }),
    iat: issuedAtSeconds,
    nbf: issuedAtSeconds,
    exp: issuedAtSeconds + accessTokenLifeSeconds,
  };
  const input = `${encoded({ alg: 'ES256', typ: 'JWT', kid: signer.keyId })}.${encoded(payload)}`;
  const signature = await signer.sign(Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The public key with this id; undefined when there is none. It throws when the keys cannot be read. */
export type FindKey = (keyId: string) => Promise<KeyObject | undefined>;

/** A token that was valid when it was checked. It is valid from `notBeforeMs` until before `expiresAtMs` (epoch). */
export type ValidToken = { outcome: 'valid'; subject: TokenSubject; keyId: string; notBeforeMs: number; expiresAtMs: number };
export type TokenRefusal = {
  outcome: 'refused';
  reason: 'oversized' | 'malformed' | 'unknown-key' | 'bad-signature' | 'expired' | 'bad-claims';
};

/**
 * Whether the token is one of ours and valid now: signed with ES256 by a key that we published, every claim checked. A header with
 * more than our fields, such as a key of its own, is refused. A fault of `findKey` is thrown on, since an outage is not a refusal.
 */
export async function verifyAccessToken(
  token: string,
  { issuer, now, findKey }: { issuer: string; now: Date; findKey: FindKey },
): Promise<ValidToken | TokenRefusal> {
  // The size is checked before anything is parsed, so that a large token costs nothing.
  if (token.length > maxTokenBytes || Buffer.byteLength(token) > maxTokenBytes) return refused('oversized');
  const [, header, payload, signature] = compactPattern.exec(token) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) return refused('malformed');
  const keyId = keyIdOf(header);
  if (keyId === undefined) return refused('malformed');
  const key = keyIdPattern.test(keyId) ? await findKey(keyId) : undefined;
  if (key === undefined) return refused('unknown-key');
  const signed = Buffer.from(token.slice(0, header.length + 1 + payload.length));
  if (!verify('sha256', signed, key, derSignature(Buffer.from(signature, 'base64url')))) return refused('bad-signature');
  return checkedClaims(parsed(payload), { issuer, keyId, nowMs: now.getTime() });
}

/** The key id of a header of our form. The token does not choose the algorithm (RFC 8725, 3.1). */
function keyIdOf(header: string): string | undefined {
  const fields = parsed(header);
  if (fields === undefined || Object.keys(fields).sort().join() !== headerNames) return undefined;
  const { alg, typ, kid } = fields;
  return alg === 'ES256' && typ === 'JWT' && typeof kid === 'string' ? kid : undefined;
}

function checkedClaims(
  claims: Record<string, unknown> | undefined,
  { issuer, keyId, nowMs }: { issuer: string; keyId: string; nowMs: number },
): ValidToken | TokenRefusal {
  if (claims === undefined) return refused('malformed');
  const { iss, aud, sub, org, jti, sid, gen, iat, nbf, exp } = claims;
  if (iss !== issuer || aud !== audience || !isUuid(sub) || !isUuid(org) || !isUuid(jti)) return refused('bad-claims');
  if (sid !== undefined && !isUuid(sid)) return refused('bad-claims');
  if (gen !== undefined && !isCount(gen)) return refused('bad-claims');
  if (!isSeconds(iat) || !isSeconds(nbf) || !isSeconds(exp)) return refused('bad-claims');
  if (exp - iat > accessTokenLifeSeconds || exp <= iat) return refused('bad-claims');
  const notBeforeMs = Math.max(nbf, iat) * 1000 - clockToleranceMs;
  const expiresAtMs = exp * 1000 + clockToleranceMs;
  if (nowMs < notBeforeMs) return refused('bad-claims');
  if (nowMs >= expiresAtMs) return refused('expired');
  const subject = {
    userId: sub,
    organizationId: org,
    ...(sid !== undefined && { sessionId: sid }),
    ...(gen !== undefined && { generation: gen }),
  };
  return { outcome: 'valid', subject, keyId, notBeforeMs, expiresAtMs };
}

/** The object that a part of a token encodes; undefined when it encodes anything else. */
const parsed = (part: string) => jsonObject(Buffer.from(part, 'base64url').toString());

const refused = (reason: TokenRefusal['reason']): TokenRefusal => ({ outcome: 'refused', reason });
const isUuid = (value: unknown): value is string => typeof value === 'string' && uuidPattern.test(value);
const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value);
const isCount = (value: unknown): value is number => isSeconds(value) && value >= 0;
