import { type Permission, permissions } from '../../generated/rest/permissions.ts';

/** What a person is in a market. A role is the unit that is assigned; permissions are what routes ask for. */
export const roles = ['admin', 'producer', 'buyer'] as const;
export type Role = (typeof roles)[number];

const granted: Record<Role, readonly Permission[]> = {
  admin: permissions,
  producer: ['product:read', 'product:write', 'inventory:read', 'inventory:adjust', 'order:read', 'order:read-any'],
  buyer: ['product:read', 'inventory:read', 'order:place', 'order:read', 'order:cancel', 'payment:read'],
};

/** What the roles allow together, sorted, each once. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return [...new Set(held.flatMap((role) => granted[role]))].sort();
}

export const isRole = (text: unknown): text is Role => roles.some((role) => role === text);
