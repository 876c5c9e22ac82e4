import type { UserRights } from './rights-feed.ts';
import { type FindKey, type TokenRefusal, type ValidToken, verifyAccessToken } from './token.ts';

export type VerifiedUser =
  | { outcome: 'valid'; token: ValidToken; rights: UserRights }
  | { outcome: 'refused'; reason: TokenRefusal['reason'] | 'unknown-user' | 'deactivated' };

export type FindRights = (organizationId: string, userId: string) => Promise<UserRights | undefined>;

/** Whose token it is, and what they are now: rights are read, the token does not carry them. A throw of a reader is no refusal. */
export async function verifiedUser(
  token: string,
  { issuer, now, findKey, findUser }: { issuer: string; now: Date; findKey: FindKey; findUser: FindRights },
): Promise<VerifiedUser> {
  const verdict = await verifyAccessToken(token, { issuer, now, findKey });
  if (verdict.outcome === 'refused') return verdict;
  const rights = await findUser(verdict.subject.organizationId, verdict.subject.userId);
  if (rights === undefined) return { outcome: 'refused', reason: 'unknown-user' };
  if (!rights.active) return { outcome: 'refused', reason: 'deactivated' };
  return { outcome: 'valid', token: verdict, rights };
}
