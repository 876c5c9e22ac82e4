import { hash } from 'node:crypto';
import { permissionsOf } from '../../functions/auth/model/permissions.ts';
import type { UserRights } from '../../functions/auth/model/rights-feed.ts';
import { maxTokenBytes } from '../../functions/auth/model/tokens/token.ts';
import { type VerifiedUser, verifiedUser } from '../../functions/auth/model/tokens/verified-user.ts';
import { VerifyTokenResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { BoundedMap } from '../cache/bounded-map.ts';
import { coalesced } from '../cache/coalesced.ts';
import type { EndedSessions } from '../cache/ended-sessions.ts';
import type { KnownKeys } from '../cache/known-keys.ts';
import type { KnownUsers } from '../cache/known-users.ts';

/** A token that was found good: all that has to be looked at again each time it is shown, and the answer. */
type Verified = {
  notBeforeMs: number;
  expiresAtMs: number;
  keyId: string;
  userId: string;
  /** Of the user's rights. */
  version: number;
  epoch: number;
  sessionId: string | undefined;
  reply: Buffer;
};

/** About 12 MB: an entry is small, since the answers are shared by the tokens of a user. */
const maxTokens = 50_000;

export type TokenVerifierProps = {
  issuer: string;
  keys: KnownKeys;
  users: KnownUsers;
  sessions: EndedSessions;
  /** Whether every change of a second ago has been applied. */
  isFresh(): boolean;
  /** Epoch. */
  nowMs?: () => number;
};

/**
 * Answers VerifyToken, encoded. A token is parsed and its signature checked once; each time it is shown, what can have changed is
 * checked: that it is in force, that its key is published, that nothing changed about its user or session, and that we would know. Refusals are
 * not kept. Tokens are kept under their SHA-256, so that nobody reads them in a memory dump.
 */
export function tokenVerifier({ issuer, keys, users, sessions, isFresh, nowMs = Date.now }: TokenVerifierProps) {
  const kept = new BoundedMap<Verified>(maxTokens);
  const once = coalesced<Buffer>();
  const replies = new WeakMap<UserRights, Buffer>();

  function isStillGood({ notBeforeMs, expiresAtMs, keyId, userId, version, epoch, sessionId }: Verified): boolean {
    const now = nowMs();
    return (
      now >= notBeforeMs &&
      now < expiresAtMs &&
      isFresh() &&
      keys.isTrusted(keyId) &&
      users.isCurrent(userId, version, epoch) &&
      sessions.mayGoOn(sessionId)
    );
  }

  async function verify(tokenId: string, token: string): Promise<Buffer> {
    const { epoch } = users;
    const verified = await verifiedUser(token, {
      issuer,
      now: new Date(nowMs()),
      findKey: keys.find,
      findUser: users.find,
      isSessionOver: sessions.isOver,
    });
    if (verified.outcome === 'refused') return encoded({ errorMessage: verified.reason });
    const { userId, version } = verified.rights;
    const { notBeforeMs, expiresAtMs, keyId, subject } = verified.token;
    const { sessionId } = subject;
    const reply = replies.get(verified.rights) ?? replyTo(verified);
    replies.set(verified.rights, reply);
    kept.set(tokenId, { notBeforeMs, expiresAtMs, keyId, userId, version, epoch, sessionId, reply });
    return reply;
  }

  return (token: string | Buffer): Buffer | Promise<Buffer> => {
    if (token.length > maxTokenBytes) return oversized;
    const tokenId = hash('sha256', token, 'binary');
    const known = kept.get(tokenId);
    if (known !== undefined && isStillGood(known)) return known.reply;
    return once(tokenId, () => verify(tokenId, token.toString()));
  };
}

const replyTo = ({ rights: { userId, organizationId, roles, localIds } }: Extract<VerifiedUser, { outcome: 'valid' }>): Buffer =>
  encoded({
    isValid: true,
    userId,
    organizationId,
    permissions: permissionsOf(roles),
    locals: [...localIds],
    active: true,
  });

function encoded(response: Partial<VerifyTokenResponse>): Buffer {
  return Buffer.from(VerifyTokenResponse.encode(VerifyTokenResponse.fromPartial(response)).finish());
}

const oversized = encoded({ errorMessage: 'oversized' });
