import { type Permission, permissions } from '../../../generated/rest/permissions.ts';
import type { Role } from '../../../generated/shared.ts';

/** Roles are assigned to users; permissions are what routes demand. */
const granted: Record<Role, readonly Permission[]> = {
  admin: permissions,
  producer: [
    'product:read',
    'product:write',
    'inventory:read',
    'inventory:adjust',
    'order:read',
    'order:read-any',
    'customer:manage',
    'shipping:manage',
  ],
  buyer: ['product:read', 'inventory:read', 'order:place', 'order:read', 'order:cancel', 'payment:read'],
};

/** What the roles allow together, sorted and without repetition. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return [...new Set(held.flatMap((role) => granted[role]))].sort();
}

export const isRole = (text: unknown): text is Role => typeof text === 'string' && Object.hasOwn(granted, text);
