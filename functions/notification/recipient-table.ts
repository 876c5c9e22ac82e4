import type { Write } from '../shared/commit.ts';
import { type Item, queryItems, readItem } from '../shared/dynamo.ts';
import type { Recipient } from './recipient.ts';

const maxStaff = 20;

export const recipientPartition = (organizationId: string, userId: string) => `ORG#${organizationId}#RECIPIENT#${userId}`;
const recipientKey = (organizationId: string, userId: string) => ({
  pk: recipientPartition(organizationId, userId),
  sk: 'RECIPIENT',
});
const staffPartition = (organizationId: string) => `ORG#${organizationId}#STAFF`;

/** Undefined when auth.user.registered has not arrived yet. */
export async function findRecipient(organizationId: string, userId: string): Promise<Recipient | undefined> {
  const item = await readItem(recipientKey(organizationId, userId));
  return item && recipientFrom(item);
}

/** The first 20 of the organization's admins and producers: a letter to more would be a mailing list's work. */
export async function findStaff(organizationId: string): Promise<Recipient[]> {
  const { items } = await queryItems({ pk: staffPartition(organizationId), limit: maxStaff });
  return items.map(recipientFrom);
}

/** Staff stand a second time in a partition of their own, so that nobody reads all buyers to find them. */
export function putRecipient(organizationId: string, recipient: Recipient): Write[] {
  const row = { organizationId, ...recipient };
  const keys = [
    recipientKey(organizationId, recipient.userId),
    ...(recipient.isStaff ? [{ pk: staffPartition(organizationId), sk: recipient.userId }] : []),
  ];
  return keys.map((key) => ({ Put: { Item: { ...key, ...row } } }));
}

const recipientFrom = (item: Item): Recipient => ({
  userId: String(item.userId),
  email: String(item.email),
  name: String(item.name),
  isStaff: item.isStaff === true,
});
