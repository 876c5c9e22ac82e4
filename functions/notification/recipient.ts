import type { EventDataByType } from '../../generated/events/types.ts';

/** Whom to write to: our copy of what auth says of a user. */
export type Recipient = { userId: string; email: string; name: string; isStaff: boolean };

/** Admins and producers are told about the shop's stock, buyers only about their orders. */
export function recipientOf({ userId, email, name, roles }: EventDataByType['auth.user.registered']): Recipient {
  return { userId, email, name, isStaff: roles.some((role) => role === 'admin' || role === 'producer') };
}
