import { status } from '@grpc/grpc-js';
import { permissionsOf } from '../../functions/auth/model/permissions.ts';
import type { GetUserPermissionsRequest, GetUserPermissionsResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';
import type { AuthReaders } from '../readers.ts';

/** What a user may do now; nothing when deactivated. @throws {RefusedCallError} NOT_FOUND for a user that is not of the organization */
export async function getUserPermissions(
  { userId, organizationId }: GetUserPermissionsRequest,
  { findUser }: Pick<AuthReaders, 'findUser'>,
): Promise<GetUserPermissionsResponse> {
  const user = await findUser(organizationId, userId);
  if (user === undefined) throw new RefusedCallError(status.NOT_FOUND, 'the organization has no such user');
  return { permissions: user.active ? permissionsOf(user.roles) : [] };
}
