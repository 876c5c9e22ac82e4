import { noContent, problem } from '../../../shared/rest/answer.ts';
import { type RouteOutcome, type RouteRequest, route } from '../../../shared/rest/route.ts';
import { tooManyRequests } from '../../../shared/rest/too-many-requests.ts';
import { afterPasswordReset } from '../../model/links/password-reset.ts';
import { rightsOf } from '../../model/rights-feed.ts';
import { attemptWindow } from '../../model/sign-in/attempt-window.ts';
import { hashPassword } from '../../model/sign-in/password.ts';
import { throttled } from '../../store/attempt-table.ts';
import { findLink, useUp } from '../../store/link-table.ts';
import { rightsChangeWrite } from '../../store/rights-feed-table.ts';
import { users } from '../../store/user-table.ts';

/** Sets a new password by a link, once. All sessions end, and within a second every replica of gRPC Auth refuses their tokens. */
export const resetPassword = route('POST /auth/password/reset', async (request) => {
  const { sourceAddress, receivedAt } = request;
  const window = attemptWindow({ kind: 'resets', address: sourceAddress }, receivedAt);
  // Counted outside the commit, and again when the edge runs the route again: each run may cost a hash.
  const attempt = await throttled([window], receivedAt, async () => ({ result: await decided(request), counts: true }));
  return attempt.outcome === 'wait' ? tooManyRequests(attempt.seconds) : attempt.result;
});

type Key = 'POST /auth/password/reset';

async function decided({ body: { secret, password }, receivedAt }: RouteRequest<Key>): Promise<RouteOutcome<Key>> {
  const refused = problem('link-refused', { detail: 'this link was used, is too old or was replaced: ask for another one' });
  const link = await findLink(secret);
  const user = link && (await users.find(link.organizationId, link.userId));
  if (user === undefined || link === undefined) return refused;
  const owner = afterPasswordReset(user, { link, secret, at: receivedAt });
  if (owner === undefined) return refused;
  const { organizationId, userId } = owner;
  return {
    answer: noContent,
    writes: [
      useUp(secret),
      users.put(organizationId, { ...owner, passwordHash: await hashPassword(password) }),
      rightsChangeWrite({ kind: 'user', rights: rightsOf(owner) }),
    ],
    cause: { organizationId, userId },
  };
}
