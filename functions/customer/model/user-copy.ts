import type { ReceivedDataByType } from '../../../generated/events/types.ts';
import type { Language } from '../../../generated/shared.ts';
import { type Customer, type CustomerChange, defaultPreferences, registered, updated } from './customer.ts';
import { changedFields } from './update.ts';

export type UserProfile = { email: string; name: string; version: number };
export type UserLanguage = { language: Language; version: number };
export type UserRights = { isBuyer: boolean; mayOrder: boolean; version: number };
export type UserActivity = { isActive: boolean; version: number };
export type EmailVerification = { email: string; version: number };

/**
 * What auth has said about a user. Each part has the version of the user with which it came, because events arrive in any order and
 * more than once.
 */
export type UserCopy = {
  userId: string;
  /** Undefined until an event has brought it, and after the person was erased. */
  profile?: UserProfile | undefined;
  /** Not every event says it. */
  language?: UserLanguage | undefined;
  rights: UserRights;
  activity: UserActivity;
  verification?: EmailVerification | undefined;
  /** Counts the changes of this copy, from 1. */
  version: number;
};

export const unknownUser = (userId: string): UserCopy => ({
  userId,
  rights: { isBuyer: false, mayOrder: false, version: 0 },
  activity: { isActive: true, version: 0 },
  version: 0,
});

/** The copy after an event, at the user's `version`; undefined when it says nothing new. */
type After<Data> = (user: UserCopy, data: Data, version: number) => UserCopy | undefined;

export const afterRegistration: After<ReceivedDataByType['auth.user.registered']> = (user, data, version) => {
  const { roles, permissions = [] } = data;
  return changed(user, {
    ...profileIfNew(user, data, version),
    ...(isNew(version, user.rights) && {
      rights: {
        isBuyer: roles.includes('buyer'),
        mayOrder: roles.includes('buyer') || permissions.includes('order:place'),
        version,
      },
    }),
  });
};

export const afterProfileUpdate: After<ReceivedDataByType['auth.user.profile.updated']> = (user, data, version) =>
  changed(user, profileIfNew(user, data, version));

export const afterVerification: After<ReceivedDataByType['auth.user.verified']> = (user, { email }, version) =>
  changed(user, email !== undefined && isNew(version, user.verification) ? { verification: { email, version } } : {});

export const afterPermissionsChange: After<ReceivedDataByType['auth.permissions.changed']> = (user, data, version) => {
  const { roles, permissions } = data;
  const rights = { isBuyer: roles.includes('buyer'), mayOrder: permissions.includes('order:place'), version };
  return changed(user, isNew(version, user.rights) ? { rights } : {});
};

export const afterDeactivation: After<ReceivedDataByType['auth.user.deactivated']> = (user, _, version) =>
  changed(user, isNew(version, user.activity) ? { activity: { isActive: false, version } } : {});

type SaidProfile = { email?: string; name?: string; language?: Language };

/** Names and addresses are missing from the events of a person who was erased. */
function profileIfNew(user: UserCopy, { email, name, language }: SaidProfile, version: number): Partial<UserCopy> {
  return {
    ...(email !== undefined && name !== undefined && isNew(version, user.profile) && { profile: { email, name, version } }),
    ...(language !== undefined && isNew(version, user.language) && { language: { language, version } }),
  };
}

const isNew = (version: number, part: { version: number } | undefined) => version > (part?.version ?? 0);

const changed = (user: UserCopy, parts: Partial<UserCopy>): UserCopy | undefined =>
  Object.keys(parts).length === 0 ? undefined : { ...user, ...parts, version: user.version + 1 };

/** What the news about a user mean for the customer. Users become customers with the role of a buyer, and stay it. */
export function customerAfter(
  customer: Customer | undefined,
  { before, after, at }: { before: UserCopy; after: UserCopy; at: string },
): { customer: Customer; event?: CustomerChange['event'] } | undefined {
  if (customer === undefined) return newCustomer(after, at);
  const next = { ...withProfile(customer, before, after), ...standing(after) };
  const changes = changedFields(customer, next);
  if (changes.length > 0) return updated(next, changes, at);
  const isSame = next.status === customer.status && next.verifiedEmail === customer.verifiedEmail;
  return isSame ? undefined : { customer: { ...next, version: next.version + 1 } };
}

function newCustomer(user: UserCopy, at: string): CustomerChange | undefined {
  const { userId: customerId, profile, rights } = user;
  if (profile === undefined || !rights.isBuyer) return undefined;
  const { email, name } = profile;
  const preferences = { ...defaultPreferences, language: user.language?.language ?? defaultPreferences.language };
  const { customer, event } = registered({ customerId, email, name, phone: undefined, preferences, at });
  return { customer: { ...customer, ...standing(user) }, event };
}

/** Only what auth itself changed is taken over: the customer may have given another name or address here. */
function withProfile(customer: Customer, before: UserCopy, after: UserCopy): Customer {
  const { email = customer.email, name = customer.name } = after.profile ?? {};
  const language = after.language?.language ?? customer.preferences.language;
  return {
    ...customer,
    ...(email !== before.profile?.email && { email }),
    ...(name !== before.profile?.name && { name }),
    ...(language !== before.language?.language && { preferences: { ...customer.preferences, language } }),
  };
}

function standing({ activity, rights, verification }: UserCopy): Pick<Customer, 'status' | 'verifiedEmail'> {
  const status = activity.isActive && rights.mayOrder ? 'active' : 'inactive';
  return { status, ...(verification !== undefined && { verifiedEmail: verification.email }) };
}
