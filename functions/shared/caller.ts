import type { Permission } from '../../generated/rest/permissions.ts';

/** Who calls, as the authorizer found; `organizationId` is the tenant of everything the caller can see. */
export type Caller = {
  userId: string;
  organizationId: string;
  permissions: ReadonlySet<Permission>;
  /** The shops the caller works for. */
  localIds: readonly string[];
};
