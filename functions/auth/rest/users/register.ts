import { newId } from '../../../shared/ids.ts';
import { created, unprocessable } from '../../../shared/rest/answer.ts';
import { type RouteOutcome, type RouteRequest, route } from '../../../shared/rest/route.ts';
import { tooManyRequests } from '../../../shared/rest/too-many-requests.ts';
import { keyToSeal } from '../../../shared/sealing/person-keys.ts';
import type { Write } from '../../../shared/store/write.ts';
import { linkRequested } from '../../model/links/link-request.ts';
import { mailboxOf } from '../../model/profile/mailbox.ts';
import { decideJoining, foundOrganization, type Newcomer, type Registration } from '../../model/registration.ts';
import { attemptWindow } from '../../model/sign-in/attempt-window.ts';
import { hashPassword } from '../../model/sign-in/password.ts';
import { throttled } from '../../store/attempt-table.ts';
import { organizationExists, putAdministration, putNewOrganization } from '../../store/organization-table.ts';
import { isEmailTaken, newUserWrites } from '../../store/user-table.ts';

type Key = 'POST /auth/register';

/**
 * Founds an organization, or joins one as a buyer. If the address is taken, the answer is of the same kind, and only the owner of
 * the address learns of it, by an e-mail. Registrations from one network address are limited, since each costs a password hash, and
 * so are those with one e-mail address.
 */
export const register = route('POST /auth/register', async (request) => {
  const { body, sourceAddress, receivedAt } = request;
  const windows = [
    attemptWindow({ kind: 'registrations', address: sourceAddress }, receivedAt),
    attemptWindow({ kind: 'e-mails', organizationId: body.organizationId ?? '', email: body.email }, receivedAt),
  ];
  // Counted outside the commit, and again when the edge runs the route again: each run costs a hash.
  const attempt = await throttled(windows, receivedAt, async () => ({ result: await decided(request), counts: true }));
  return attempt.outcome === 'wait'
    ? tooManyRequests(attempt.seconds, 'too many registrations from this network address or with this e-mail address: wait')
    : attempt.result;
});

async function decided({ body, receivedAt }: RouteRequest<Key>): Promise<RouteOutcome<Key>> {
  const { email, name, language } = body;
  const newcomer: Newcomer = {
    userId: newId(receivedAt),
    email,
    name,
    ...(language !== undefined && { language }),
    at: receivedAt,
  };
  if (body.organization !== undefined) {
    const organizationId = newId(receivedAt);
    const { organization, administration, ...registration } = foundOrganization(newcomer, {
      organizationId,
      name: body.organization.name,
    });
    return registered(registration, body.password, [putNewOrganization(organization), putAdministration(administration)]);
  }
  const { organizationId } = body;
  const [exists, emailTaken] = await Promise.all([organizationExists(organizationId), isEmailTaken(organizationId, email)]);
  const joining = decideJoining(newcomer, { organizationId, exists, emailTaken });
  switch (joining.outcome) {
    case 'unknown-organization':
      return unprocessable('there is no such organization', [{ path: '/organizationId', message: 'names no organization' }]);
    case 'email-taken':
      return ownerInformed(newcomer, organizationId, body.password);
    case 'joined':
      return registered(joining, body.password, []);
  }
}

async function registered({ user, event }: Registration, password: string, writes: readonly Write[]): Promise<RouteOutcome<Key>> {
  const { userId, organizationId, roles, email } = user;
  const passwordHash = await hashPassword(password);
  const asked = {
    requestId: newId(event.occurredOn),
    purpose: 'verification' as const,
    mailbox: mailboxOf(organizationId, email),
  };
  return {
    answer: created({ userId, organizationId, roles }, `users/${userId}/permissions`),
    writes: [...writes, ...newUserWrites({ ...user, passwordHash })],
    publish: [event, linkRequested(asked, event.occurredOn)],
    cause: { organizationId, userId },
  };
}

/** As for a newcomer, with an id that nobody gets. The owner gets a link for a new password, in case they forgot that they are here. */
async function ownerInformed(
  { userId, email, at }: Newcomer,
  organizationId: string,
  password: string,
): Promise<RouteOutcome<Key>> {
  // As long as a registration takes, which hashes the password and seals the newcomer's data under a new key.
  await hashPassword(password);
  await keyToSeal({ organizationId, personId: userId });
  const asked = { requestId: newId(at), purpose: 'password' as const, mailbox: mailboxOf(organizationId, email) };
  return {
    answer: created({ userId, organizationId, roles: ['buyer'] }, `users/${userId}/permissions`),
    publish: [linkRequested(asked, at)],
    cause: { organizationId },
  };
}
