import type { UserPermissions } from '../../../generated/rest/types.ts';
import type { Language, Role } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { permissionsOf } from './permissions.ts';

/** Somebody who can sign in to an organization: staff, producers and buyers alike. */
export type User = {
  userId: string;
  organizationId: string;
  /** As `normalizedEmail` writes it; unique in the organization. */
  email: string;
  /** Whether the user proved that `email` is theirs. */
  verified: boolean;
  /** Replaces `email` once the user proves that it is theirs. Others may want it too until then. */
  newEmail?: string;
  name: string;
  language?: Language;
  roles: readonly Role[];
  /** The shops this user works for. */
  localIds: readonly string[];
  active: boolean;
  /** Counts how often all sessions of the user were ended. A session of an earlier generation is over. */
  sessionGeneration: number;
  registeredAt: string;
  /** Counts the changes, from 1. */
  version: number;
};

/** What a user may do and where, as the API shows it and auth.permissions.changed says it. */
export const userPermissions = ({ userId, roles, localIds }: Pick<User, 'userId' | 'roles' | 'localIds'>) =>
  ({ userId, roles: [...roles], permissions: permissionsOf(roles), localIds: [...localIds] }) satisfies UserPermissions;

/** Whether the user may manage users and shops now. */
export const isActiveAdmin = ({ active, roles }: Pick<User, 'active' | 'roles'>): boolean =>
  active && permissionsOf(roles).includes('auth:manage');

export type Assignment<Assigned extends User> =
  | { outcome: 'assigned'; user: Assigned; event: NewEvent<'auth.permissions.changed'> }
  /** The user has these roles and shops already. */
  | { outcome: 'unchanged'; user: Assigned }
  /** Admins who could remove their own role could leave an organization that nobody can manage. */
  | { outcome: 'own-administration' };

export type AssignRoles = { roles: readonly Role[]; localIds: readonly string[]; assignedBy: string; at: string };

/** Replaces a user's roles and shops. `at` is ISO 8601 UTC; the shops must be known to exist. */
export function decideAssignment<Assigned extends User>(
  user: Assigned,
  { roles, localIds, assignedBy, at }: AssignRoles,
): Assignment<Assigned> {
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
      data: userPermissions(next),
    },
  };
}

export type Deactivation<Deactivated extends User> =
  | { outcome: 'deactivated'; user: Deactivated; event: NewEvent<'auth.user.deactivated'> }
  /** The user was deactivated before. */
  | { outcome: 'unchanged' }
  /** Admins who could deactivate themselves could leave an organization that nobody can manage. */
  | { outcome: 'own-account' };

/** Locks a user out for good, whatever tokens they hold. `at` is ISO 8601 UTC. */
export function decideDeactivation<Deactivated extends User>(
  user: Deactivated,
  { deactivatedBy, at }: { deactivatedBy: string; at: string },
): Deactivation<Deactivated> {
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

const sorted = <Text extends string>(texts: readonly Text[]): Text[] => [...new Set(texts)].sort();
const same = (one: readonly string[], other: readonly string[]) => sorted(one).join() === sorted(other).join();
