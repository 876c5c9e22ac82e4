import type { UserRights } from '../rights-feed.ts';
import { type FindKey, type TokenRefusal, type ValidToken, verifyAccessToken } from './token.ts';

export type VerifiedUser =
  | { outcome: 'valid'; token: ValidToken; rights: UserRights }
  | { outcome: 'refused'; reason: TokenRefusal['reason'] | 'unknown-user' | 'deactivated' | 'session-ended' };

export type FindRights = (organizationId: string, userId: string) => Promise<UserRights | undefined>;

export type VerificationSources = {
  findKey: FindKey;
  findUser: FindRights;
  /** Whether a session was ended before its time. */
  isSessionOver(organizationId: string, sessionId: string): boolean | Promise<boolean>;
};

/** Whose token it is, and their rights now: the token does not carry them. A fault of a reader is thrown on, not a refusal. */
export async function verifiedUser(
  token: string,
  { issuer, now, findKey, findUser, isSessionOver }: VerificationSources & { issuer: string; now: Date },
): Promise<VerifiedUser> {
  const verdict = await verifyAccessToken(token, { issuer, now, findKey });
  if (verdict.outcome === 'refused') return verdict;
  const { userId, organizationId, sessionId, generation = 0 } = verdict.subject;
  const [rights, isOver] = await Promise.all([
    findUser(organizationId, userId),
    sessionId !== undefined && isSessionOver(organizationId, sessionId),
  ]);
  if (rights === undefined) return { outcome: 'refused', reason: 'unknown-user' };
  if (!rights.active) return { outcome: 'refused', reason: 'deactivated' };
  if (isOver || generation !== rights.sessionGeneration) return { outcome: 'refused', reason: 'session-ended' };
  return { outcome: 'valid', token: verdict, rights };
}
