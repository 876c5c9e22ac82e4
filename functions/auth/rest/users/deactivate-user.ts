import { notFound, ok, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { lastAdmin, noLongerAdmin } from '../../model/administration.ts';
import { decideDeactivation } from '../../model/user.ts';
import { changedUserWrites } from '../../store/changed-user.ts';
import { findManager, users } from '../../store/user-table.ts';

/** Locks a user out: within a second none of their tokens is good, and they can no longer sign in. */
export const deactivateUser = route('POST /auth/users/{userId}/deactivate', async ({ params, caller, receivedAt }) => {
  const { userId } = params;
  const [manager, user] = await Promise.all([findManager(caller), users.find(caller.organizationId, userId)]);
  if (manager === undefined) return problem('not-allowed', { detail: noLongerAdmin });
  if (user === undefined) return notFound();
  const deactivation = decideDeactivation(user, { deactivatedBy: caller.userId, at: receivedAt });
  const answer = ok({ userId, active: false } as const);
  switch (deactivation.outcome) {
    case 'own-account':
      return problem('own-account', { detail: 'nobody deactivates themselves: ask another admin' });
    case 'unchanged':
      return answer;
    case 'deactivated': {
      const writes = await changedUserWrites({ before: user, after: deactivation.user, decidedBy: manager });
      if (writes === 'last-admin') return problem('last-admin', { detail: lastAdmin });
      return { answer, writes, publish: [deactivation.event] };
    }
  }
});
