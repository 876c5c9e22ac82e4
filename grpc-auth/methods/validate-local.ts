import { localAccess } from '../../functions/auth/model/local.ts';
import type { ValidateLocalRequest, ValidateLocalResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import type { AuthReaders } from '../readers.ts';

/** Whether the user may act for the shop; the organization is that of the user's verified token. */
export async function validateLocal(
  { userId, organizationId, localId }: ValidateLocalRequest,
  { findUser, findLocal }: Pick<AuthReaders, 'findUser' | 'findLocal'>,
): Promise<ValidateLocalResponse> {
  const [user, local] = await Promise.all([findUser(organizationId, userId), findLocal(organizationId, localId)]);
  const access = localAccess(user, local);
  return access.outcome === 'allowed'
    ? { isValid: true, localName: access.localName, errorMessage: '' }
    : { isValid: false, localName: '', errorMessage: access.reason };
}
