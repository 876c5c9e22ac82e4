import type { Permission } from '../../generated/rest/permissions.ts';

/** Who calls, as the authorizer found; `organizationId` is the tenant of everything the caller can see. */
export type Caller = {
  userId: string;
  organizationId: string;
  permissions: ReadonlySet<Permission>;
  /** The shops the caller works for. */
  localIds: readonly string[];
};

/** What decides for which shops somebody may act. */
export type ShopRights = Pick<Caller, 'permissions' | 'localIds'>;

/**
 * Whether the caller may change what belongs to a shop, or see what is internal to it: the shop's own staff may, and those who assign
 * shops to users, since they could assign themselves any shop. That the shop is of the caller's organization is checked before, by
 * reading under the organization.
 */
export const mayActFor = ({ permissions, localIds }: ShopRights, localId: string): boolean =>
  permissions.has('auth:manage') || localIds.includes(localId);

/** Why a caller is refused, for people. */
export const notYourShop = 'you do not work for this shop';
