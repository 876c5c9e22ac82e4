import { newId } from '../../../shared/ids.ts';
import { notFound, ok } from '../../../shared/rest/answer.ts';
import { type RouteOutcome, type RouteRequest, route } from '../../../shared/rest/route.ts';
import { tooManyRequests } from '../../../shared/rest/too-many-requests.ts';
import { linkRequested } from '../../model/links/link-request.ts';
import { mailboxOf } from '../../model/profile/mailbox.ts';
import { decideProfileChange, shownProfile } from '../../model/profile/profile.ts';
import { throttled } from '../../store/attempt-table.ts';
import { linkWindows } from '../../store/link-request.ts';
import { users } from '../../store/user-table.ts';

/**
 * Changes the caller's own profile. Whether a new address belongs to somebody else is not looked up here, so that neither the answer
 * nor its time reveals it: the consumer that sends the link does.
 */
export const updateProfile = route('PATCH /auth/me', async (request) => {
  const { body, caller, receivedAt } = request;
  const { newEmail } = body;
  if (newEmail === undefined) return decided(request);
  const windows = linkWindows({ organizationId: caller.organizationId, email: newEmail }, request);
  const attempt = await throttled(windows, receivedAt, async () => ({ result: await decided(request), counts: true }));
  return attempt.outcome === 'wait' ? tooManyRequests(attempt.seconds) : attempt.result;
});

type Key = 'PATCH /auth/me';

async function decided({ body, caller, receivedAt }: RouteRequest<Key>): Promise<RouteOutcome<Key>> {
  const { organizationId, userId } = caller;
  const user = await users.find(organizationId, userId);
  if (user === undefined) return notFound();
  const change = decideProfileChange(user, body, receivedAt);
  if (change === undefined) return ok(shownProfile(user));
  const { event, verify } = change;
  const asked = verify !== undefined && {
    requestId: newId(receivedAt),
    purpose: 'verification' as const,
    mailbox: mailboxOf(organizationId, verify),
    userId,
  };
  return {
    answer: ok(shownProfile(change.user)),
    writes: [users.put(organizationId, change.user)],
    publish: [...(event === undefined ? [] : [event]), ...(asked ? [linkRequested(asked, receivedAt)] : [])],
  };
}
