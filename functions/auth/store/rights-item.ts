import { listOf } from '../../shared/fields.ts';
import { isRole } from '../model/permissions.ts';
import type { UserRights } from '../model/rights-feed.ts';

/** Rights as an item of the table holds them, a user's or the feed's. A role that is none gives nothing. */
export const rightsFrom = (item: Record<string, unknown>): UserRights => ({
  userId: String(item.userId),
  organizationId: String(item.organizationId),
  roles: listOf(item.roles).filter(isRole),
  localIds: listOf(item.localIds).map(String),
  active: item.active === true,
  version: Number(item.version),
});
