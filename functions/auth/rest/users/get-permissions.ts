import { notFound, ok, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { userPermissions } from '../../model/user.ts';
import { findRights } from '../../store/user-table.ts';

/** Users see what they may do themselves; admins see it of every user of the organization. */
export const getPermissions = route('GET /auth/users/{userId}/permissions', async ({ params, caller }) => {
  if (params.userId !== caller.userId && !caller.permissions.has('auth:manage')) {
    return problem('not-allowed', { detail: 'the permissions of another user take the permission auth:manage' });
  }
  const rights = await findRights(caller.organizationId, params.userId);
  return rights === undefined ? notFound() : ok(userPermissions(rights));
});
