import type { AuthTwinsOperations } from '../../../generated/rest/auth-twins.ts';
import { notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { userRights } from '../model/user.ts';
import { findUser } from '../store/user-table.ts';

/** GET /auth/users/{userId}/permissions, of a user of the caller's organization. */
export const getUserPermissionsRoute: Route<AuthTwinsOperations['GET /auth/users/{userId}/permissions']> = async ({
  params,
  caller,
}) => {
  const user = await findUser(caller.organizationId, params.userId);
  return user === undefined ? notFound() : ok(userRights(user));
};
