import type { Local as ShownLocal } from '../../../generated/rest/types.ts';
import { mayActFor } from '../../shared/caller.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { permissionsOf } from './permissions.ts';
import type { UserRights } from './rights-feed.ts';

/** A shop of an organization. `version` counts the changes, from 1. */
export type Local = ShownLocal & { organizationId: string; createdAt: string; version: number };

/** What the API shows of a shop. */
export const shownLocal = ({ localId, name, status }: Local): ShownLocal => ({ localId, name, status });

/** `createdAt` is ISO 8601 UTC; `organizationId` is that of the user who opens it. */
export function openLocal(draft: Omit<Local, 'status' | 'version'>): { local: Local; event: NewEvent<'auth.local.created'> } {
  const local: Local = { ...draft, status: 'open', version: 1 };
  return {
    local,
    event: {
      type: 'auth.local.created',
      aggregateId: local.localId,
      aggregateVersion: local.version,
      occurredOn: local.createdAt,
      data: { localId: local.localId, name: local.name },
    },
  };
}

/** Renames a shop, closes it or opens it again. Undefined when nothing changes. `at` is ISO 8601 UTC. */
export function decideLocalChange(
  local: Local,
  update: Partial<Pick<Local, 'name' | 'status'>>,
  at: string,
): { local: Local; event: NewEvent<'auth.local.updated'> } | undefined {
  const name = update.name?.trim() ?? local.name;
  const status = update.status ?? local.status;
  if (name === local.name && status === local.status) return undefined;
  const next = { ...local, name, status, version: local.version + 1 };
  return {
    local: next,
    event: {
      type: 'auth.local.updated',
      aggregateId: local.localId,
      aggregateVersion: next.version,
      occurredOn: at,
      data: { localId: local.localId, name, status, updatedAt: at },
    },
  };
}

export type LocalAccess =
  | { outcome: 'allowed'; localName: string }
  | { outcome: 'denied'; reason: 'unknown-user' | 'unknown-local' | 'not-assigned' | 'local-closed' };

/**
 * Whether the user may act for the shop (see `mayActFor`); nobody may act for a closed one. Both are read under the organization, so
 * a shop or user of another one is unknown.
 */
export function localAccess(user: UserRights | undefined, local: Local | undefined): LocalAccess {
  if (user === undefined || !user.active) return { outcome: 'denied', reason: 'unknown-user' };
  if (local === undefined || local.organizationId !== user.organizationId) return { outcome: 'denied', reason: 'unknown-local' };
  const caller = { permissions: new Set(permissionsOf(user.roles)), localIds: user.localIds };
  if (!mayActFor(caller, local.localId)) return { outcome: 'denied', reason: 'not-assigned' };
  if (local.status === 'closed') return { outcome: 'denied', reason: 'local-closed' };
  return { outcome: 'allowed', localName: local.name };
}
