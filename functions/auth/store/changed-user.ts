import type { Write } from '../../shared/store/write.ts';
import { type Administration, decideAdministration } from '../model/administration.ts';
import { rightsOf, type UserRights } from '../model/rights-feed.ts';
import { isActiveAdmin } from '../model/user.ts';
import { findAdministration, putAdministration } from './organization-table.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';
import { type StoredUser, unchangedRights, users } from './user-table.ts';

/** A user before and after a decision, and the rights of the admin who made it. */
type UserChange = { before: StoredUser; after: StoredUser; decidedBy: UserRights };

/**
 * Stores what an admin decided about a user, and informs every replica: if the admin's own rights are still those that were read, and
 * an active admin remains. When admins decide about themselves, the version that is replaced is the same condition on their rights.
 */
export async function changedUserWrites(change: UserChange): Promise<Write[] | 'last-admin'> {
  const { after, decidedBy } = change;
  const administration = await changedAdministration(change);
  if (administration === 'last-admin') return 'last-admin';
  return [
    users.put(after.organizationId, after),
    rightsChangeWrite({ kind: 'user', rights: rightsOf(after) }),
    ...(administration === undefined ? [] : [putAdministration(administration)]),
    ...(after.userId === decidedBy.userId ? [] : [unchangedRights(decidedBy)]),
  ];
}

/** Undefined when the user neither becomes an admin nor stops being one. */
async function changedAdministration(change: UserChange): Promise<Administration | 'last-admin' | undefined> {
  const { before, after, decidedBy } = change;
  const isAdmin = isActiveAdmin(after);
  if (isAdmin === isActiveAdmin(before)) return undefined;
  const { organizationId, userId } = after;
  const administration = await findAdministration(organizationId, decidedBy.userId);
  const decision = decideAdministration(administration, { userId, isAdmin });
  if (decision.outcome === 'last-admin') return 'last-admin';
  return decision.outcome === 'changed' ? decision.administration : undefined;
}
