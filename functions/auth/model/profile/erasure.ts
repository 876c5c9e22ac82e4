import type { NewEvent } from '../../../shared/domain-event.ts';
import { rightsOf, type UserRights } from '../rights-feed.ts';
import type { User } from '../user.ts';

/** What is left of a user whose person was erased: no rights, no address, no name. `at` is ISO 8601 UTC. */
export function erasedUser(user: User, at: string): { rights: UserRights; events: NewEvent<'auth.user.deactivated'>[] } {
  const rights: UserRights = { ...rightsOf(user), roles: [], localIds: [], active: false, version: user.version + 1 };
  const { userId } = user;
  const deactivated: NewEvent<'auth.user.deactivated'> = {
    type: 'auth.user.deactivated',
    aggregateId: userId,
    aggregateVersion: rights.version,
    occurredOn: at,
    data: { userId, deactivatedAt: at },
  };
  return { rights, events: user.active ? [deactivated] : [] };
}
