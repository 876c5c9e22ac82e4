import type { EventDataByType } from '../../../generated/events/types.ts';

/** A user to write to: our copy of what auth knows, at the user's `version`. */
export type Recipient = { userId: string; email: string; name: string; isStaff: boolean; version: number };

export function recipientOf({ userId, email, name, roles }: EventDataByType['auth.user.registered'], version: number): Recipient {
  return { userId, email, name, isStaff: isStaff(roles), version };
}

/** The recipient with new roles. Undefined when the stored version is as new: events arrive in any order and more than once. */
export function withRoles(recipient: Recipient, roles: readonly string[], version: number): Recipient | undefined {
  return version > recipient.version ? { ...recipient, isStaff: isStaff(roles), version } : undefined;
}

/** Admins and producers get warnings about stock, buyers only e-mails about their orders. */
const isStaff = (roles: readonly string[]) => roles.some((role) => role === 'admin' || role === 'producer');
