import { notFound, ok, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideDeactivation } from '../../model/user.ts';
import { changedUserWrites, users } from '../../store/user-table.ts';

/** Locks a user out: within a second none of their tokens is good, and they can no longer sign in. */
export const deactivateUser = route('POST /auth/users/{userId}/deactivate', async ({ params, caller, receivedAt }) => {
  const { userId } = params;
  const user = await users.find(caller.organizationId, userId);
  if (user === undefined) return notFound();
  const deactivation = decideDeactivation(user, { deactivatedBy: caller.userId, at: receivedAt });
  const answer = ok({ userId, active: false } as const);
  switch (deactivation.outcome) {
    case 'own-account':
      return problem('own-account', { detail: 'nobody deactivates themselves: ask another admin' });
    case 'unchanged':
      return answer;
    case 'deactivated':
      return { answer, writes: changedUserWrites(deactivation.user), publish: [deactivation.event] };
  }
});
