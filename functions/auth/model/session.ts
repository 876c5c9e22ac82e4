import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A family of refresh tokens: the one a login gave and those that replaced it, of which only the newest is good. The table holds
 * its hash alone: 32 random bytes need no slow one.
 */
export type Session = {
  familyId: string;
  organizationId: string;
  userId: string;
  tokenHash: string;
  /** Counts the tokens given, from 1. */
  generation: number;
  /** ISO 8601 UTC. A family ends then, however often it was refreshed. */
  validUntil: string;
  revoked: boolean;
};

export const sessionLifeMs = 30 * 24 * 3600 * 1000;

/** What a refresh token names; `secret` is what proves it. */
export type RefreshToken = { organizationId: string; familyId: string; secret: string };

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const refreshTokenPattern = new RegExp(`^(${uuid})\\.(${uuid})\\.([A-Za-z0-9_-]{43})$`);

/** Opaque to clients. It names the organization, since a session's key does. */
export const refreshTokenText = ({ organizationId, familyId, secret }: RefreshToken) => `${organizationId}.${familyId}.${secret}`;

export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, organizationId, familyId, secret] = refreshTokenPattern.exec(text) ?? [];
  return organizationId && familyId && secret ? { organizationId, familyId, secret } : undefined;
}

/** 32 random bytes in base64url. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** `at` is ISO 8601 UTC. */
export function openSession({ secret, ...family }: RefreshToken, userId: string, at: string): Session {
  const validUntil = new Date(Date.parse(at) + sessionLifeMs).toISOString();
  return { ...family, userId, tokenHash: hashOf(secret), generation: 1, validUntil, revoked: false };
}

export type Rotation =
  | { outcome: 'rotated'; session: Session }
  /** Somebody holds a token that was replaced: theft cannot be told from a copy, so the whole family ends. */
  | { outcome: 'reused'; session: Session }
  | { outcome: 'ended' };

/**
 * Exchanges the newest token of a family for the next. Any other token of it was replaced before: nobody learns a family's id but
 * from its tokens. Source: RFC 9700, 4.14.2.
 */
export function rotate(session: Session, presented: string, next: string, at: string): Rotation {
  if (!isOpen(session, at)) return { outcome: 'ended' };
  if (!timingSafeEqual(digest(presented), Buffer.from(session.tokenHash, 'base64url'))) {
    return { outcome: 'reused', session: revoke(session) };
  }
  return { outcome: 'rotated', session: { ...session, tokenHash: hashOf(next), generation: session.generation + 1 } };
}

/** The family ends, for whoever holds a token of it. */
export const revoke = (session: Session): Session => ({ ...session, revoked: true });

/** Whether the session can be refreshed at `at`, ISO 8601 UTC. */
export const isOpen = (session: Session, at: string) => !session.revoked && session.validUntil > at;

const digest = (secret: string) => createHash('sha256').update(secret).digest();
const hashOf = (secret: string) => digest(secret).toString('base64url');
