import { notFound, ok, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { userPermissions } from '../../model/user.ts';
import { findRights } from '../../store/user-table.ts';

/** Users may read what they may do themselves; reading it of others takes a permission. */
export const getPermissions = route('GET /auth/users/{userId}/permissions', async ({ params, caller }) => {
  if (params.userId !== caller.userId && !caller.permissions.has('auth:manage')) {
    return problem('not-allowed', { detail: 'reading the permissions of others takes the permission auth:manage' });
  }
  const rights = await findRights(caller.organizationId, params.userId);
  return rights === undefined ? notFound() : ok(userPermissions(rights));
});
