import type { User } from './user.ts';

/** What decides on a user's calls: no name, no address. */
export type UserRights = Pick<User, 'userId' | 'organizationId' | 'roles' | 'localIds' | 'active' | 'version'>;

/**
 * What every replica of gRPC Auth hears of within a second. A row is written in the transaction of the change itself and holds the
 * state after it, so that a replica need not read the user to know. Shops are not in it: they are read when they are asked for.
 */
export type RightsChange =
  | { kind: 'user'; rights: UserRights }
  /** Somebody logged out, or a refresh token was stolen: no token of the session is good any more. */
  | { kind: 'session'; sessionId: string }
  /** A key was published or taken back: read the list again. */
  | { kind: 'keys' };

/** A deactivation, or other roles or shops. */
export const rightsOf = ({ userId, organizationId, roles, localIds, active, version }: User): UserRights => ({
  userId,
  organizationId,
  roles,
  localIds,
  active,
  version,
});
