import type { Role } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { normalizedEmail, type User } from './user.ts';

/** A tenant: a market with its shops, staff, producers and buyers. */
export type Organization = { organizationId: string; name: string; foundedAt: string };

export type Registration = { user: User; event: NewEvent<'auth.user.registered'> };
/** `userId` is minted here, never given by a client; `at` is ISO 8601 UTC. */
export type Newcomer = { userId: string; email: string; name: string; at: string };

/** Somebody opens a market of their own and runs it. */
export function foundOrganization(newcomer: Newcomer, market: { organizationId: string; name: string }) {
  const organization: Organization = { ...market, foundedAt: newcomer.at };
  return { organization, ...registered(newcomer, market.organizationId, 'admin') };
}

/** Somebody joins a market: as a buyer, since any other role is given by its staff. */
export function joinOrganization(newcomer: Newcomer, organizationId: string): Registration {
  return registered(newcomer, organizationId, 'buyer');
}

function registered({ userId, email, name, at }: Newcomer, organizationId: string, role: Role): Registration {
  const user: User = {
    userId,
    organizationId,
    email: normalizedEmail(email),
    name: name.trim(),
    roles: [role],
    localIds: [],
    active: true,
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
      data: { userId, email: user.email, name: user.name, roles: [...user.roles], registeredAt: at },
    },
  };
}
