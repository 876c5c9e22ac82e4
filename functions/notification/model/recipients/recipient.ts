import type { ReceivedDataByType } from '../../../../generated/events/types.ts';
import type { ContactPreferences, Language, Permission } from '../../../../generated/shared.ts';
import { mayActFor } from '../../../shared/caller.ts';

/** A user as auth knows them: somebody who can sign in. */
export type Account = { email: string; name: string; language?: Language | undefined; version: number };
/** A customer as the customer domain knows them. */
export type CustomerProfile = {
  email: string;
  name: string;
  phone?: string | undefined;
  preferences: ContactPreferences;
  version: number;
};
export type Rights = { permissions: readonly Permission[]; localIds: readonly string[]; version: number };
export type Activity = { active: boolean; version: number };

/**
 * Our copy of a person: of a user, of a customer, or of both under one id. Each part has the version of its aggregate with which it
 * came, because events arrive in any order and more than once: an older event never replaces what a newer one said about the same
 * part, and never hides what only it says about another.
 */
export type Recipient = {
  userId: string;
  /** Undefined until auth.user.registered has arrived; a customer without a login never has it. */
  account?: Account | undefined;
  /** Undefined until customer.registered has arrived; somebody who only works here may never have it. */
  customer?: CustomerProfile | undefined;
  rights: Rights;
  activity: Activity;
  /** The person was erased: nothing about them comes back, whatever arrives later. */
  erased: boolean;
  /** Counts the changes of this copy, from 1. */
  version: number;
};

/** A copy of which nothing has arrived yet. */
export const unknownRecipient = (userId: string): Recipient => ({
  userId,
  rights: { permissions: [], localIds: [], version: 0 },
  activity: { active: true, version: 0 },
  erased: false,
  version: 0,
});

/** The recipient after an event, at the `version` of its aggregate; undefined when it says nothing new. */
type After<Data> = (recipient: Recipient, data: Data, version: number) => Recipient | undefined;

export const afterRegistration: After<ReceivedDataByType['auth.user.registered']> = (recipient, data, version) => {
  const { account, rights } = recipient;
  const { permissions = [] } = data;
  return changed(recipient, {
    ...(isNew(version, account) && accountFrom(data, version)),
    ...(isNew(version, rights) && { rights: { permissions, localIds: [], version } }),
  });
};

export const afterProfileUpdate: After<ReceivedDataByType['auth.user.profile.updated']> = (recipient, data, version) =>
  changed(recipient, isNew(version, recipient.account) ? accountFrom(data, version) : {});

export const afterPermissionsChange: After<ReceivedDataByType['auth.permissions.changed']> = (recipient, data, version) => {
  const { permissions, localIds } = data;
  return changed(recipient, isNew(version, recipient.rights) ? { rights: { permissions, localIds, version } } : {});
};

export const afterDeactivation: After<ReceivedDataByType['auth.user.deactivated']> = (recipient, _, version) =>
  changed(recipient, isNew(version, recipient.activity) ? { activity: { active: false, version } } : {});

/** Both events carry the whole state of the customer. */
export const afterCustomerChange: After<ReceivedDataByType['customer.registered' | 'customer.updated']> = (
  recipient,
  data,
  version,
) => {
  const { email, name, phone, preferences } = data;
  // The personal data of an event is absent once the person was erased.
  if (!isNew(version, recipient.customer) || email === undefined || name === undefined) return undefined;
  return changed(recipient, { customer: { email, name, ...(phone !== undefined && { phone }), preferences, version } });
};

/** Forgets everything about the person; only that they were erased is kept. */
export const afterErasure = ({ userId, version, erased }: Recipient): Recipient | undefined =>
  erased
    ? undefined
    : { ...unknownRecipient(userId), activity: { active: false, version: 0 }, erased: true, version: version + 1 };

function accountFrom(data: { email?: string; name?: string; language?: Language }, version: number): { account?: Account } {
  const { email, name, language } = data;
  if (email === undefined || name === undefined) return {};
  return { account: { email, name, ...(language !== undefined && { language }), version } };
}

const isNew = (version: number, part: { version: number } | undefined) => version > (part?.version ?? 0);

const changed = (recipient: Recipient, parts: Partial<Recipient>): Recipient | undefined =>
  recipient.erased || Object.keys(parts).length === 0 ? undefined : { ...recipient, ...parts, version: recipient.version + 1 };

/** A user who can do something about low stock, and for which shops. */
export type StaffMember = { userId: string; email: string; name: string; language?: Language | undefined } & Pick<
  Rights,
  'permissions' | 'localIds'
>;

/** Undefined for buyers, for those who were deactivated, and while there is no address. */
export function staffMemberOf({ userId, account, rights, activity }: Recipient): StaffMember | undefined {
  if (account === undefined || !activity.active || !isStaff(rights)) return undefined;
  const { email, name, language } = account;
  const { permissions, localIds } = rights;
  return { userId, email, name, ...(language !== undefined && { language }), permissions, localIds };
}

export const isStaff = ({ permissions }: Rights): boolean => permissions.includes('inventory:adjust');

/** Whether the user gets the warnings of a shop. */
export const isStaffOf = ({ permissions, localIds }: StaffMember, localId: string): boolean =>
  mayActFor({ permissions: new Set(permissions), localIds }, localId);
