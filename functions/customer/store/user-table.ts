import { flag, number, oneOf, optional, record, text } from '../../shared/store/codec.ts';
import type { Key } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects, Write } from '../../shared/store/write.ts';
import {
  customerAfter,
  type EmailVerification,
  type UserActivity,
  type UserCopy,
  type UserLanguage,
  type UserProfile,
  type UserRights,
  unknownUser,
} from '../model/user-copy.ts';
import { customerPartition } from './customer-key.ts';
import { customers } from './customer-table.ts';

const userKey = (organizationId: string, userId: string): Key => ({ pk: customerPartition(organizationId, userId), sk: 'USER' });

export const users = versionedItems<UserCopy>({
  key: userKey,
  idOf: ({ userId }) => userId,
  codec: record<UserCopy>({
    userId: text,
    profile: optional(record<UserProfile>({ email: text, name: text, version: number })),
    language: optional(record<UserLanguage>({ language: oneOf('es', 'en'), version: number })),
    rights: record<UserRights>({ isBuyer: flag, mayOrder: flag, version: number }),
    activity: record<UserActivity>({ isActive: flag, version: number }),
    verification: optional(record<EmailVerification>({ email: text, version: number })),
    version: number,
  }),
});

/** What an event about a user changes here: our copy of the user, and the customer. An erased person stays erased. */
export async function userEffects(
  organizationId: string,
  { userId, at }: { userId: string; at: string },
  afterEvent: (user: UserCopy) => UserCopy | undefined,
): Promise<Effects | undefined> {
  const [stored, customer] = await Promise.all([users.find(organizationId, userId), customers.find(organizationId, userId)]);
  if (customer?.status === 'erased') return undefined;
  const before = stored ?? unknownUser(userId);
  const after = afterEvent(before);
  if (after === undefined) return undefined;
  const change = customerAfter(customer, { before, after, at });
  return {
    writes: [users.put(organizationId, after), ...(change === undefined ? [] : [customers.put(organizationId, change.customer)])],
    publish: change?.event === undefined ? [] : [change.event],
  };
}

/** Deletes what auth said about a person who is erased. Events that are still to come find the erased customer. */
export const deletePersonOf = (organizationId: string, userId: string): Write => ({
  Delete: { Key: userKey(organizationId, userId) },
});
