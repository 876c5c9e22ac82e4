import type { Write } from '../../shared/store/commit.ts';
import { type Item, queryItems, readItem } from '../../shared/store/dynamo.ts';
import type { Recipient } from '../model/recipient.ts';

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

/**
 * Stores a recipient, if nobody wrote since it was read at version `before`; 0 is not stored yet. Staff stand a second time in a
 * partition of their own, so that nobody reads all buyers to find them.
 */
export function putRecipient(organizationId: string, recipient: Recipient, before: number): Write[] {
  const row = { organizationId, ...recipient };
  const staffKey = { pk: staffPartition(organizationId), sk: recipient.userId };
  const condition =
    before === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before } };
  return [
    { Put: { Item: { ...recipientKey(organizationId, recipient.userId), ...row }, ...condition } },
    recipient.isStaff ? { Put: { Item: { ...staffKey, ...row } } } : { Delete: { Key: staffKey } },
  ];
}

const recipientFrom = (item: Item): Recipient => ({
  userId: String(item.userId),
  email: String(item.email),
  name: String(item.name),
  isStaff: item.isStaff === true,
  version: Number(item.version),
});
