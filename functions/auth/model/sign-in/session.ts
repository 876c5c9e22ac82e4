import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { User } from '../user.ts';

/**
 * A family of refresh tokens: the one that a login issued and its successors, of which only the newest is good. Only its hash is
 * stored; 32 random bytes need no slow hash.
 */
export type Session = {
  familyId: string;
  organizationId: string;
  userId: string;
  /** The user's `sessionGeneration` when it was opened. */
  generation: number;
  tokenHash: string;
  /** ISO 8601 UTC. The family ends then, however often it was refreshed. */
  validUntil: string;
  revoked: boolean;
  /** Counts the changes, from 1. */
  version: number;
};

export const sessionLifeMs = 30 * 24 * 3600 * 1000;

/** What a refresh token names; `secret` proves that it was issued. */
export type RefreshToken = { organizationId: string; familyId: string; secret: string };

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const refreshTokenPattern = new RegExp(`^(${uuid})\\.(${uuid})\\.([A-Za-z0-9_-]{43})$`);

/** Opaque to clients. It names the organization, which is part of the session's key. */
export const refreshTokenText = ({ organizationId, familyId, secret }: RefreshToken) => `${organizationId}.${familyId}.${secret}`;

/** Reads a refresh token; its ids may be written in capitals, as anywhere. Undefined when it is not one of ours. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, organizationId, familyId, secret] = refreshTokenPattern.exec(text) ?? [];
  if (organizationId === undefined || familyId === undefined || secret === undefined) return undefined;
  return { organizationId: organizationId.toLowerCase(), familyId: familyId.toLowerCase(), secret };
}

/** 32 random bytes in base64url. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** `at` is ISO 8601 UTC. */
export function openSession(
  { secret, ...family }: RefreshToken,
  { userId, sessionGeneration: generation }: Pick<User, 'userId' | 'sessionGeneration'>,
  at: string,
): Session {
  const validUntil = new Date(Date.parse(at) + sessionLifeMs).toISOString();
  return { ...family, userId, generation, tokenHash: hashOf(secret), validUntil, revoked: false, version: 1 };
}

export type RefreshDecision =
  | { outcome: 'rotated'; session: Session }
  /** A token that was replaced is used again. Theft cannot be told from a copy, so the whole family ends. */
  | { outcome: 'reused'; session: Session }
  | { outcome: 'ended' };

/**
 * Exchanges the newest token of a family for the next one. Any other token of the family must be an older one, since its id is
 * known only from its tokens. Source: RFC 9700, 4.14.2.
 */
export function decideRefresh(session: Session, secrets: { presented: string; next: string }, at: string): RefreshDecision {
  if (!isOpen(session, at)) return { outcome: 'ended' };
  if (!timingSafeEqual(digest(secrets.presented), Buffer.from(session.tokenHash, 'base64url'))) {
    return { outcome: 'reused', session: revoke(session) };
  }
  return { outcome: 'rotated', session: { ...session, tokenHash: hashOf(secrets.next), version: session.version + 1 } };
}

/** Ends the family for everybody who holds a token of it. */
export const revoke = (session: Session): Session => ({ ...session, revoked: true, version: session.version + 1 });

/** Whether the session can be refreshed at `at`, ISO 8601 UTC. */
export const isOpen = (session: Session, at: string) => !session.revoked && session.validUntil > at;

const digest = (secret: string) => createHash('sha256').update(secret).digest();
const hashOf = (secret: string) => digest(secret).toString('base64url');
