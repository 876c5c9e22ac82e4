import { notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { userPermissions } from '../model/user.ts';
import { findRights } from '../store/user-table.ts';

export const getPermissions = route('GET /auth/users/{userId}/permissions', async ({ params, caller }) => {
  const rights = await findRights(caller.organizationId, params.userId);
  return rights === undefined ? notFound() : ok(userPermissions(rights));
});
