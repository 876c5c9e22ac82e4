import type { Role } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { permissionsOf } from './permissions.ts';

/** Somebody who signs in to a market: its staff, producers and buyers alike. */
export type User = {
  userId: string;
  organizationId: string;
  /** As `normalizedEmail` writes it; nobody else of the organization has it. */
  email: string;
  name: string;
  roles: readonly Role[];
  /** The shops this user works for. */
  localIds: readonly string[];
  active: boolean;
  registeredAt: string;
  /** Counts the changes, from 1. */
  version: number;
};

/** One spelling of an e-mail address, so that it is taken however it is typed. */
export function normalizedEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

export type Assignment =
  | { outcome: 'assigned'; user: User; event: NewEvent<'auth.permissions.changed'> }
  /** It stands so already: nothing to do. */
  | { outcome: 'unchanged'; user: User }
  /** Who takes the administration from themself could leave a market that nobody can manage. */
  | { outcome: 'own-administration' };

export type AssignRoles = { roles: readonly Role[]; localIds: readonly string[]; assignedBy: string; at: string };

/** Replaces what the user is and where the user works. `at` is ISO 8601 UTC; the shops must be known to exist. */
export function assignRoles(user: User, { roles, localIds, assignedBy, at }: AssignRoles): Assignment {
  const next = { ...user, roles: sorted(roles), localIds: sorted(localIds), version: user.version + 1 };
  if (user.userId === assignedBy && !permissionsOf(next.roles).includes('auth:manage')) return { outcome: 'own-administration' };
  if (same(next.roles, user.roles) && same(next.localIds, user.localIds)) return { outcome: 'unchanged', user };
  return {
    outcome: 'assigned',
    user: next,
    event: {
      type: 'auth.permissions.changed',
      aggregateId: user.userId,
      aggregateVersion: next.version,
      occurredOn: at,
      data: {
        userId: user.userId,
        roles: [...next.roles],
        permissions: permissionsOf(next.roles),
        localIds: [...next.localIds],
      },
    },
  };
}

export type Deactivation =
  | { outcome: 'deactivated'; user: User; event: NewEvent<'auth.user.deactivated'> }
  /** It stands so already: nothing to do. */
  | { outcome: 'unchanged' }
  /** Who shuts themself out could leave a market that nobody can manage. */
  | { outcome: 'own-account' };

/** Shuts the user out, for good and with every token. `at` is ISO 8601 UTC. */
export function deactivate(user: User, { deactivatedBy, at }: { deactivatedBy: string; at: string }): Deactivation {
  if (user.userId === deactivatedBy) return { outcome: 'own-account' };
  if (!user.active) return { outcome: 'unchanged' };
  const next = { ...user, active: false, version: user.version + 1 };
  return {
    outcome: 'deactivated',
    user: next,
    event: {
      type: 'auth.user.deactivated',
      aggregateId: user.userId,
      aggregateVersion: next.version,
      occurredOn: at,
      data: { userId: user.userId, deactivatedAt: at },
    },
  };
}

/** What others are told of a user's rights. */
export function userRights({ userId, roles, localIds }: User) {
  return { userId, roles, permissions: permissionsOf(roles), localIds };
}

const sorted = <Text extends string>(texts: readonly Text[]): Text[] => [...new Set(texts)].sort();
const same = (one: readonly string[], other: readonly string[]) => sorted(one).join() === sorted(other).join();
