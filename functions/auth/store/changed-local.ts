import type { Caller } from '../../shared/caller.ts';
import type { Effects } from '../../shared/store/write.ts';
import { decideLocalChange, type Local } from '../model/local.ts';
import { findLocal, putChangedLocal } from './local-table.ts';
import { findManager, unchangedRights } from './user-table.ts';

export type LocalChange =
  | ({ outcome: 'changed'; local: Local } & Effects)
  | { outcome: 'no-manager' }
  | { outcome: 'unknown' }
  | { outcome: 'stale'; version: number };

/** What an admin's change of a shop stores, if the admin's rights are still those that were read. `at` is ISO 8601 UTC. */
export async function changedLocal(
  caller: Caller,
  localId: string,
  { update, accepts, at }: { update: Partial<Pick<Local, 'name' | 'status'>>; accepts: (version: number) => boolean; at: string },
): Promise<LocalChange> {
  const [manager, local] = await Promise.all([findManager(caller), findLocal(caller.organizationId, localId)]);
  if (manager === undefined) return { outcome: 'no-manager' };
  if (local === undefined) return { outcome: 'unknown' };
  if (!accepts(local.version)) return { outcome: 'stale', version: local.version };
  const change = decideLocalChange(local, update, at);
  if (change === undefined) return { outcome: 'changed', local };
  return {
    outcome: 'changed',
    local: change.local,
    writes: [putChangedLocal(change.local), unchangedRights(manager)],
    publish: [change.event],
  };
}
