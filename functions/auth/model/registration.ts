import type { Language, Role } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import type { Administration } from './administration.ts';
import { permissionsOf } from './permissions.ts';
import { normalizedEmail } from './profile/mailbox.ts';
import type { User } from './user.ts';

/** A tenant: a market with its shops, staff, producers and buyers. */
export type Organization = { organizationId: string; name: string; foundedAt: string };

export type Registration = { user: User; event: NewEvent<'auth.user.registered'> };
/** `userId` is minted by this system, never given by a client; `at` is ISO 8601 UTC. */
export type Newcomer = { userId: string; email: string; name: string; language?: Language; at: string };

/** Founds an organization, whose first admin is the newcomer. */
export function foundOrganization(
  newcomer: Newcomer,
  { organizationId, name }: { organizationId: string; name: string },
): Registration & { organization: Organization; administration: Administration } {
  const organization: Organization = { organizationId, name, foundedAt: newcomer.at };
  const administration: Administration = { organizationId, adminIds: [newcomer.userId], version: 1 };
  return { organization, administration, ...registered(newcomer, organizationId, 'admin') };
}

export type Joining =
  | ({ outcome: 'joined' } & Registration)
  | { outcome: 'unknown-organization' }
  /** The caller must not learn this: only the owner of the address does. */
  | { outcome: 'email-taken' };

/** What is known about the organization that a newcomer wants to join. */
export type Joined = { organizationId: string; exists: boolean; emailTaken: boolean };

/** A newcomer joins an organization as a buyer: any other role is given by its staff. */
export function decideJoining(newcomer: Newcomer, { organizationId, exists, emailTaken }: Joined): Joining {
  if (!exists) return { outcome: 'unknown-organization' };
  if (emailTaken) return { outcome: 'email-taken' };
  return { outcome: 'joined', ...registered(newcomer, organizationId, 'buyer') };
}

function registered({ userId, email, name, language, at }: Newcomer, organizationId: string, role: Role): Registration {
  const user: User = {
    userId,
    organizationId,
    email: normalizedEmail(email),
    verified: false,
    name: name.trim(),
    ...(language !== undefined && { language }),
    roles: [role],
    localIds: [],
    active: true,
    sessionGeneration: 0,
    registeredAt: at,
    version: 1,
  };
  return {
    user,
    event: {
      type: 'auth.user.registered',
      aggregateId: userId,
      aggregateVersion: user.version,
      occurredOn: at,
      data: {
        userId,
        email: user.email,
        name: user.name,
        roles: [role],
        permissions: permissionsOf([role]),
        registeredAt: at,
        ...(language !== undefined && { language }),
      },
    },
  };
}
