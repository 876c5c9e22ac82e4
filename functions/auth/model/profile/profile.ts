import type { UserProfileUpdated } from '../../../../generated/events/types.ts';
import type { ListedUser, Profile, ProfileUpdate } from '../../../../generated/rest/types.ts';
import type { NewEvent } from '../../../shared/domain-event.ts';
import type { User } from '../user.ts';
import { normalizedEmail } from './mailbox.ts';

/** What users see of themselves. */
export function shownProfile(user: User): Profile {
  const { userId, organizationId, email, verified, newEmail, name, language, roles, localIds, registeredAt } = user;
  return {
    userId,
    organizationId,
    email,
    verified,
    ...(newEmail !== undefined && { newEmail }),
    name,
    ...(language !== undefined && { language }),
    roles: [...roles],
    localIds: [...localIds],
    registeredAt,
  };
}

/** What admins see of a user. */
export function listedUser(user: User): ListedUser {
  const { userId, email, verified, name, roles, localIds, active, registeredAt } = user;
  return { userId, email, verified, name, roles: [...roles], localIds: [...localIds], active, registeredAt };
}

export type ProfileChange<Changed extends User> = {
  user: Changed;
  /** None when only another address is wanted: it counts once it is verified. */
  event?: NewEvent<'auth.user.profile.updated'>;
  /** The address to verify. */
  verify?: string;
};

/** What is left out stays. Undefined when nothing changes. `at` is ISO 8601 UTC. */
export function decideProfileChange<Changed extends User>(
  user: Changed,
  update: ProfileUpdate,
  at: string,
): ProfileChange<Changed> | undefined {
  const name = update.name?.trim() ?? user.name;
  const language = update.language ?? user.language;
  const changes = [
    ...(name === user.name ? [] : ['name' as const]),
    ...(language === user.language ? [] : ['language' as const]),
  ];
  const wanted = update.newEmail === undefined ? user.newEmail : normalizedEmail(update.newEmail);
  const newEmail = wanted === user.email ? undefined : wanted;
  // Asking for the same address again has the link sent again.
  const verify = update.newEmail === undefined ? undefined : newEmail;
  if (changes.length === 0 && newEmail === user.newEmail && verify === undefined) return undefined;
  const next = { ...user, name, language, newEmail, version: user.version + 1 };
  return {
    user: next,
    ...(changes.length > 0 && { event: profileUpdated(next, changes, at) }),
    ...(verify !== undefined && { verify }),
  };
}

/** Carries the whole profile after the change. */
export const profileUpdated = (
  { userId, email, name, language, version }: User,
  changes: UserProfileUpdated['changes'],
  at: string,
): NewEvent<'auth.user.profile.updated'> => ({
  type: 'auth.user.profile.updated',
  aggregateId: userId,
  aggregateVersion: version,
  occurredOn: at,
  data: { userId, changes: [...changes], email, name, ...(language !== undefined && { language }), updatedAt: at },
});
