import { mayActFor } from '../../shared/caller.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { permissionsOf } from './permissions.ts';
import type { UserRights } from './rights-feed.ts';

/** A shop of an organization. */
export type Local = { localId: string; organizationId: string; name: string; createdAt: string };

/** `createdAt` is ISO 8601 UTC; `organizationId` is that of the user who opens it. */
export function openLocal(local: Local): { local: Local; event: NewEvent<'auth.local.created'> } {
  return {
    local,
    event: {
      type: 'auth.local.created',
      aggregateId: local.localId,
      aggregateVersion: 1,
      occurredOn: local.createdAt,
      data: { localId: local.localId, name: local.name },
    },
  };
}

export type LocalAccess =
  | { outcome: 'allowed'; localName: string }
  | { outcome: 'denied'; reason: 'unknown-user' | 'unknown-local' | 'not-assigned' };

/**
 * Whether the user may act for the shop (see `mayActFor`). Both are read under the organization, so a shop or user of another one is
 * unknown.
 */
export function localAccess(user: UserRights | undefined, local: Local | undefined): LocalAccess {
  if (user === undefined || !user.active) return { outcome: 'denied', reason: 'unknown-user' };
  if (local === undefined || local.organizationId !== user.organizationId) return { outcome: 'denied', reason: 'unknown-local' };
  const caller = { permissions: new Set(permissionsOf(user.roles)), localIds: user.localIds };
  if (!mayActFor(caller, local.localId)) return { outcome: 'denied', reason: 'not-assigned' };
  return { outcome: 'allowed', localName: local.name };
}
