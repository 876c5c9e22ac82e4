import type { User } from './user.ts';

/** What decides about a user's calls: no name and no e-mail address. */
export type UserRights = Pick<
  User,
  'userId' | 'organizationId' | 'roles' | 'localIds' | 'active' | 'sessionGeneration' | 'version'
>;

/**
 * What every replica of gRPC Auth must know within a second. A row is written in the transaction of the change and holds the state
 * after it, so that a replica need not read the user. Shops are not in the feed: they are read for each call.
 */
export type RightsChange =
  | { kind: 'user'; rights: UserRights }
  /** A user logged out, or a refresh token was stolen: the tokens of this session are no longer good. */
  | { kind: 'session'; sessionId: string }
  /** A key was published or withdrawn: read the list again. */
  | { kind: 'keys' };

export const rightsOf = ({ userId, organizationId, roles, localIds, active, sessionGeneration, version }: User): UserRights => ({
  userId,
  organizationId,
  roles,
  localIds,
  active,
  sessionGeneration,
  version,
});
