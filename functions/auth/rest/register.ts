import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { newId } from '../../shared/ids.ts';
import { conflict, created, unprocessable } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { commit } from '../../shared/store/commit.ts';
import { hashPassword } from '../model/password.ts';
import { foundOrganization, joinOrganization } from '../model/registration.ts';
import { newOrganizationWrite, organizationExists } from '../store/organization-table.ts';
import { newUserWrites } from '../store/user-table.ts';

/**
 * POST /auth/register: founds a market, or joins one as a buyer. That an e-mail address is taken cannot be kept from somebody who
 * registers with it; nothing else here tells who is registered. The answer is stored nowhere.
 */
export const registerRoute: Route<AuthOperations['POST /auth/register']> = async ({ body, cause, receivedAt }) => {
  const newcomer = { userId: newId(receivedAt), email: body.email, name: body.name, at: receivedAt };
  const passwordHash = await hashPassword(body.password);
  const { user, event, organizationWrite } =
    body.organization !== undefined ? founded(body.organization.name) : joined(body.organizationId);
  const { userId, organizationId, roles } = user;

  const committed = await commit({
    cause: { ...cause, organizationId, userId },
    writes: [organizationWrite, ...newUserWrites(user, passwordHash)],
    publish: [event],
  });
  if (committed.outcome === 'condition-failed') {
    return committed.failed.some(({ index }) => index === 0)
      ? unprocessable('there is no such organization', [{ path: '/organizationId', message: 'names no organization' }])
      : conflict('email-taken', 'somebody of this organization has this e-mail address: sign in, or use another');
  }
  return created({ userId, organizationId, roles }, `/api/v1/auth/users/${userId}/permissions`);

  function founded(name: string) {
    const { organization, ...registration } = foundOrganization(newcomer, { organizationId: newId(receivedAt), name });
    return { ...registration, organizationWrite: newOrganizationWrite(organization) };
  }
  function joined(id: string) {
    return { ...joinOrganization(newcomer, id), organizationWrite: organizationExists(id) };
  }
};
