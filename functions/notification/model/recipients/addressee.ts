import type { Channel, Language } from '../../../../generated/shared.ts';
import type { QuietHours } from './quiet-hours.ts';
import { isStaff, type Recipient, type StaffMember } from './recipient.ts';

/** Somebody to write to, and how they want to be written to. */
export type Addressee = {
  userId: string;
  name: string;
  language: Language;
  /** The channels they agreed to. */
  channels: readonly Channel[];
  email: string;
  phone?: string | undefined;
  quietHours?: QuietHours | undefined;
  /** Somebody whose sessions were ended gets no push messages: the device may not be theirs any more. */
  takesPush: boolean;
};

export type AddresseeDecision =
  | { outcome: 'addressee'; addressee: Addressee }
  /** Their registration has not arrived yet: ask again later. */
  | { outcome: 'unknown' }
  /** There is nobody to write to any more. */
  | { outcome: 'erased' };

/** Older events of users name no language; customers read Spanish too unless they say otherwise. */
const usualLanguage: Language = 'es';

/**
 * Who gets a message to a customer. `mayBeRegisteredSoon` is whether customer.registered may still be on its way: until then, a buyer
 * of whom only the account is known is not written to, since the account does not say how they want to be. After that, and for staff
 * who order, the account's e-mail address is used.
 */
export function decideAddressee(
  recipient: Recipient | undefined,
  { mayBeRegisteredSoon }: { mayBeRegisteredSoon: boolean },
): AddresseeDecision {
  if (recipient === undefined) return { outcome: 'unknown' };
  const { userId, erased, customer, account, rights, activity } = recipient;
  if (erased) return { outcome: 'erased' };
  if (customer !== undefined) {
    const { name, email, phone, preferences } = customer;
    const { language, channels, quietHours } = preferences;
    const takesPush = activity.active;
    return { outcome: 'addressee', addressee: { userId, name, language, channels, email, phone, quietHours, takesPush } };
  }
  if (account === undefined || (mayBeRegisteredSoon && !isStaff(rights))) return { outcome: 'unknown' };
  return { outcome: 'addressee', addressee: byEmailOnly({ userId, ...account }) };
}

/** Somebody of whom only an e-mail address is known. */
export const byEmailOnly = ({
  userId,
  email,
  name,
  language = usualLanguage,
}: Pick<StaffMember, 'userId' | 'email' | 'name' | 'language'>): Addressee => ({
  userId,
  name,
  language,
  channels: ['email'],
  email,
  takesPush: false,
});
