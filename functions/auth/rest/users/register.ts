import { newId } from '../../../shared/ids.ts';
import { created, problem, unprocessable } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import type { Write } from '../../../shared/store/write.ts';
import { decideJoining, foundOrganization, type Registration } from '../../model/registration.ts';
import { hashPassword } from '../../model/sign-in/password.ts';
import { organizationExists, putAdministration, putNewOrganization } from '../../store/organization-table.ts';
import { isEmailTaken, newUserWrites } from '../../store/user-table.ts';

/**
 * Founds an organization, or joins one as a buyer. That an e-mail address is taken cannot be hidden from somebody who registers
 * with it; nothing else here reveals who is registered.
 */
export const register = route('POST /auth/register', async ({ body, receivedAt }) => {
  const newcomer = { userId: newId(receivedAt), email: body.email, name: body.name, at: receivedAt };
  if (body.organization !== undefined) {
    const organizationId = newId(receivedAt);
    const { organization, administration, ...registration } = foundOrganization(newcomer, {
      organizationId,
      name: body.organization.name,
    });
    return registered(registration, body.password, [putNewOrganization(organization), putAdministration(administration)]);
  }
  const { organizationId } = body;
  const [exists, emailTaken] = await Promise.all([organizationExists(organizationId), isEmailTaken(organizationId, body.email)]);
  const joining = decideJoining(newcomer, { organizationId, exists, emailTaken });
  switch (joining.outcome) {
    case 'unknown-organization':
      return unprocessable('there is no such organization', [{ path: '/organizationId', message: 'names no organization' }]);
    case 'email-taken':
      return problem('email-taken', { detail: 'a user of this organization has this e-mail address: sign in, or use another' });
    case 'joined':
      return registered(joining, body.password, []);
  }
});

async function registered({ user, event }: Registration, password: string, writes: readonly Write[]) {
  const { userId, organizationId, roles } = user;
  const passwordHash = await hashPassword(password);
  return {
    answer: created({ userId, organizationId, roles }, `users/${userId}/permissions`),
    writes: [...writes, ...newUserWrites({ ...user, passwordHash })],
    publish: [event],
    cause: { organizationId, userId },
  };
}
