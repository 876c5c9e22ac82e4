// Generated from the contracts by `npm run generate`. Do not edit.
import type { Permission } from '../shared.ts';

export type { Permission };

export const permissions = [
  'product:write',
  'product:read',
  'inventory:read',
  'inventory:adjust',
  'order:place',
  'order:read',
  'order:read-any',
  'order:cancel',
  'payment:read',
  'audit:read',
  'auth:manage',
  'customer:manage',
  'shipping:manage',
  'partner:manage',
] as const satisfies readonly Permission[];

export const isPermission = (text: string): text is Permission => permissions.some((permission) => permission === text);
