import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { conflict, notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { deactivate } from '../model/user.ts';
import { changedUserWrites, findUser } from '../store/user-table.ts';

/** POST /auth/users/{userId}/deactivate: no token of theirs is good from the next second on, and they cannot sign in. */
export const deactivateUserRoute: Route<AuthOperations['POST /auth/users/{userId}/deactivate']> = (request) => {
  const { params, caller, cause, receivedAt } = request;
  const deactivated = ok({ userId: params.userId, active: false });
  return readDecideCommit(async () => {
    const user = await findUser(caller.organizationId, params.userId);
    if (user === undefined) return { result: notFound() };
    const decision = deactivate(user, { deactivatedBy: caller.userId, at: receivedAt });
    switch (decision.outcome) {
      case 'own-account':
        return { result: conflict('own-account', 'nobody shuts themself out: let another admin do it') };
      case 'unchanged':
        return { result: deactivated };
      case 'deactivated': {
        const commit = { cause, writes: changedUserWrites(decision.user), publish: [decision.event] };
        return { result: deactivated, commit };
      }
    }
  });
};
