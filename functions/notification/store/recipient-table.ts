import { type Codec, flag, number, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import { putAfter, type Write } from '../../shared/store/write.ts';
import type { Recipient } from '../model/recipient.ts';

const maxStaff = 20;

export const recipientPartition = (organizationId: string, userId: string) => `ORG#${organizationId}#RECIPIENT#${userId}`;
const recipientKey = (organizationId: string, userId: string): Key => ({
  pk: recipientPartition(organizationId, userId),
  sk: 'RECIPIENT',
});
const staffPartition = (organizationId: string) => `ORG#${organizationId}#STAFF`;

const recipientCodec: Codec<Recipient> = record<Recipient>({
  userId: text,
  email: text,
  name: text,
  isStaff: flag,
  version: number,
});

/** auth.user.registered has not arrived yet, so there is no address: the queue delivers the event again. */
export class RecipientUnknownError extends Error {
  override readonly name = 'RecipientUnknownError';
}

/** Strongly consistent. */
export async function findRecipient(organizationId: string, userId: string): Promise<Recipient | undefined> {
  const key = recipientKey(organizationId, userId);
  const item = await readItem(key);
  return item && recipientCodec(item, key.pk);
}

/** @throws {RecipientUnknownError} */
export async function requireRecipient(organizationId: string, userId: string): Promise<Recipient> {
  const recipient = await findRecipient(organizationId, userId);
  if (recipient === undefined) throw new RecipientUnknownError(`the registration of user ${userId} has not arrived yet`);
  return recipient;
}

/** The first 20 admins and producers of the organization: more recipients would take a mailing list. */
export async function findStaff(organizationId: string): Promise<Recipient[]> {
  const pk = staffPartition(organizationId);
  const { items } = await queryItems({ pk, limit: maxStaff });
  return items.map((item) => recipientCodec(item, pk));
}

/**
 * Stores a recipient if the one stored now has version `before`; 0 means that there is none. Staff are stored a second time in a
 * partition of their own, so that finding them does not read every buyer.
 */
export function putRecipient(organizationId: string, recipient: Recipient, before: number): Write[] {
  const item = { organizationId, ...recipient };
  const staffKey: Key = { pk: staffPartition(organizationId), sk: recipient.userId };
  return [
    putAfter({ ...recipientKey(organizationId, recipient.userId), ...item }, before),
    recipient.isStaff ? { Put: { Item: { ...staffKey, ...item } } } : { Delete: { Key: staffKey } },
  ];
}
