import { notFound, ok, problem, unprocessable } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { lastAdmin, noLongerAdmin } from '../../model/administration.ts';
import { decideAssignment, userPermissions } from '../../model/user.ts';
import { changedUserWrites } from '../../store/changed-user.ts';
import { findLocal } from '../../store/local-table.ts';
import { findManager, users } from '../../store/user-table.ts';

/** Replaces the roles of a user and the shops they work for. */
export const setRoles = route('PUT /auth/users/{userId}/roles', async ({ params, body, caller, receivedAt }) => {
  const { organizationId } = caller;
  // Shops are never removed, so one that exists need not be checked again in the transaction.
  const locals = await Promise.all(body.localIds.map((localId) => findLocal(organizationId, localId)));
  const unknown = locals.flatMap((local, index) => (local === undefined ? [`/localIds/${index}`] : []));
  if (unknown.length > 0) {
    const errors = unknown.map((path) => ({ path, message: 'names no shop' }));
    return unprocessable('the organization has no such shop', errors);
  }
  const [manager, user] = await Promise.all([findManager(caller), users.find(organizationId, params.userId)]);
  if (manager === undefined) return problem('not-allowed', { detail: noLongerAdmin });
  if (user === undefined) return notFound();
  const assignment = decideAssignment(user, { ...body, assignedBy: caller.userId, at: receivedAt });
  switch (assignment.outcome) {
    case 'own-administration':
      return problem('own-administration', { detail: 'admins do not remove their own role: ask another admin' });
    case 'unchanged':
      return ok(userPermissions(user));
    case 'assigned': {
      const writes = await changedUserWrites({ before: user, after: assignment.user, decidedBy: manager });
      if (writes === 'last-admin') return problem('last-admin', { detail: lastAdmin });
      return { answer: ok(userPermissions(assignment.user)), writes, publish: [assignment.event] };
    }
  }
});
