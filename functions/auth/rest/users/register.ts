import { newId } from '../../../shared/ids.ts';
import { created, problem, unprocessable } from '../../../shared/rest/answer.ts';
import { type RouteOutcome, type RouteRequest, route } from '../../../shared/rest/route.ts';
import type { Write } from '../../../shared/store/write.ts';
import { decideJoining, foundOrganization, type Registration } from '../../model/registration.ts';
import { attemptWindow } from '../../model/sign-in/attempt-window.ts';
import { hashPassword } from '../../model/sign-in/password.ts';
import { throttled } from '../../store/attempt-table.ts';
import { organizationExists, putAdministration, putNewOrganization } from '../../store/organization-table.ts';
import { isEmailTaken, newUserWrites } from '../../store/user-table.ts';

/**
 * Founds an organization, or joins one as a buyer. That an e-mail address is taken cannot be hidden from somebody who registers
 * with it; nothing else here reveals who is registered. Registrations from one address are limited, since each costs a password hash.
 */
export const register = route('POST /auth/register', async (request) => {
  const { sourceAddress, receivedAt } = request;
  const window = attemptWindow({ kind: 'registrations', address: sourceAddress }, receivedAt);
  // Counted outside the commit, and again when the edge runs the route again: each run costs a hash.
  const attempt = await throttled([window], receivedAt, async () => ({ result: await decided(request), counts: true }));
  if (attempt.outcome === 'attempted') return attempt.result;
  return problem('too-many-requests', {
    detail: 'too many registrations from this network address: wait, then try again',
    headers: { 'Retry-After': String(attempt.seconds) },
  });
});

async function decided({ body, receivedAt }: RouteRequest<'POST /auth/register'>): Promise<RouteOutcome<'POST /auth/register'>> {
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
}

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
