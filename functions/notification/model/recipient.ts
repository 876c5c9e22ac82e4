import type { ReceivedDataByType } from '../../../generated/events/types.ts';
import type { Permission } from '../../../generated/shared.ts';
import { mayActFor } from '../../shared/caller.ts';

/** Somebody to write to. */
export type Addressee = { userId: string; email: string; name: string };

export type Profile = { email: string; name: string; version: number };
export type Rights = { permissions: readonly Permission[]; localIds: readonly string[]; version: number };
export type Activity = { active: boolean; version: number };

/**
 * Our copy of a user. Each part has the version of the user with which it came, because events arrive in any order and more than
 * once: an older event never replaces what a newer one said about the same part, and never hides what only it says about another.
 */
export type Recipient = {
  userId: string;
  /** Undefined until auth.user.registered has arrived. */
  profile?: Profile | undefined;
  rights: Rights;
  activity: Activity;
  /** Counts the changes of this copy, from 1. */
  version: number;
};

/** A copy of which nothing has arrived yet. */
export const unknownRecipient = (userId: string): Recipient => ({
  userId,
  rights: { permissions: [], localIds: [], version: 0 },
  activity: { active: true, version: 0 },
  version: 0,
});

/** The recipient after an event, at the user's `version`; undefined when it says nothing new. */
type After<Data> = (recipient: Recipient, data: Data, version: number) => Recipient | undefined;

/** Of a person who was erased meanwhile, no profile is kept. */
export const afterRegistration: After<ReceivedDataByType['auth.user.registered']> = (recipient, data, version) => {
  const { profile, rights } = recipient;
  const { email, name, permissions = [] } = data;
  return changed(recipient, {
    ...(isNew(version, profile) && email !== undefined && name !== undefined && { profile: { email, name, version } }),
    ...(isNew(version, rights) && { rights: { permissions, localIds: [], version } }),
  });
};

export const afterPermissionsChange: After<ReceivedDataByType['auth.permissions.changed']> = (recipient, data, version) => {
  const { permissions, localIds } = data;
  return changed(recipient, isNew(version, recipient.rights) ? { rights: { permissions, localIds, version } } : {});
};

export const afterDeactivation: After<ReceivedDataByType['auth.user.deactivated']> = (recipient, _, version) =>
  changed(recipient, isNew(version, recipient.activity) ? { activity: { active: false, version } } : {});

const isNew = (version: number, part: { version: number } | undefined) => version > (part?.version ?? 0);

const changed = (recipient: Recipient, parts: Partial<Recipient>): Recipient | undefined =>
  Object.keys(parts).length === 0 ? undefined : { ...recipient, ...parts, version: recipient.version + 1 };

/** Undefined while the registration has not arrived. */
export const addresseeOf = ({ userId, profile }: Recipient): Addressee | undefined =>
  profile && { userId, email: profile.email, name: profile.name };

/** A user who can do something about low stock, and for which shops. */
export type StaffMember = Addressee & Pick<Rights, 'permissions' | 'localIds'>;

/** Undefined for buyers, for those who were deactivated, and while there is no address. */
export function staffMemberOf(recipient: Recipient): StaffMember | undefined {
  const addressee = addresseeOf(recipient);
  const { rights, activity } = recipient;
  if (addressee === undefined || !activity.active || !rights.permissions.includes('inventory:adjust')) return undefined;
  return { ...addressee, permissions: rights.permissions, localIds: rights.localIds };
}

/** Whether the user gets the warnings of a shop. */
export const isStaffOf = ({ permissions, localIds }: StaffMember, localId: string): boolean =>
  mayActFor({ permissions: new Set(permissions), localIds }, localId);
