import { noContent, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideVerification } from '../../model/links/verification.ts';
import { findLink, useUp } from '../../store/link-table.ts';
import { isEmailTaken, movedUserWrites, users } from '../../store/user-table.ts';

/** Proves the address that a link was sent to, once. */
export const verifyEmail = route('POST /auth/verify-email', async ({ body: { secret }, receivedAt }) => {
  const refused = problem('link-refused', { detail: 'this link was used, is too old or was replaced: ask for another one' });
  const link = await findLink(secret);
  const user = link && (await users.find(link.organizationId, link.userId));
  if (user === undefined || link === undefined) return refused;
  const verification = decideVerification(user, { link, secret, at: receivedAt });
  if (verification.outcome === 'refused') return refused;
  const { user: verified, events } = verification;
  const { organizationId, userId, email } = verified;
  const effects = { answer: noContent, publish: events, cause: { organizationId, userId } };
  if (verification.outcome === 'verified') return { ...effects, writes: [useUp(secret), users.put(organizationId, verified)] };
  // Somebody else may have registered the new address before this user proved it.
  if (await isEmailTaken(organizationId, email)) return refused;
  return { ...effects, writes: [useUp(secret), ...movedUserWrites(verified, user.email)] };
});
