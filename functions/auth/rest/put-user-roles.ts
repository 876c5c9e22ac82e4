import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { conflict, notFound, ok, unprocessable } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { assignRoles, userRights } from '../model/user.ts';
import { findLocal } from '../store/local-table.ts';
import { changedUserWrites, findUser } from '../store/user-table.ts';

/** PUT /auth/users/{userId}/roles: what a user of the caller's organization is, and for which of its shops they work. */
export const putUserRolesRoute: Route<AuthOperations['PUT /auth/users/{userId}/roles']> = async (request) => {
  const { params, body, caller, cause, receivedAt } = request;
  // A shop, once opened, is never removed: it need not be read in the transaction.
  const locals = await Promise.all(body.localIds.map((localId) => findLocal(caller.organizationId, localId)));
  const unknown = locals.flatMap((local, index) =>
    local === undefined ? [{ path: `/localIds/${index}`, message: 'names no shop' }] : [],
  );
  if (unknown.length > 0) return unprocessable('the organization has no such shop', unknown);

  return readDecideCommit(async () => {
    const user = await findUser(caller.organizationId, params.userId);
    if (user === undefined) return { result: notFound() };
    const assignment = assignRoles(user, { ...body, assignedBy: caller.userId, at: receivedAt });
    switch (assignment.outcome) {
      case 'own-administration':
        return {
          result: conflict('own-administration', 'nobody takes the administration from themself: let another admin do it'),
        };
      case 'unchanged':
        return { result: ok(userRights(user)) };
      case 'assigned': {
        const commit = { cause, writes: changedUserWrites(assignment.user), publish: [assignment.event] };
        return { result: ok(userRights(assignment.user)), commit };
      }
    }
  });
};
