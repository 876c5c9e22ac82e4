import { isPermission } from '../../../generated/rest/permissions.ts';
import type { ContactPreferences, Permission } from '../../../generated/shared.ts';
import { type Codec, flag, list, number, oneOf, optional, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects, Write } from '../../shared/store/write.ts';
import type { QuietHours } from '../model/recipients/quiet-hours.ts';
import {
  type Account,
  type Activity,
  type CustomerProfile,
  isStaffOf,
  type Recipient,
  type Rights,
  type StaffMember,
  staffMemberOf,
  unknownRecipient,
} from '../model/recipients/recipient.ts';
import { contactKey } from './recipient-key.ts';

const staffPartition = (organizationId: string) => `ORG#${organizationId}#STAFF`;

/** A permission that this version does not know was granted by a newer one; here it allows nothing. */
const permissions: Codec<readonly Permission[]> = (stored, place) => list(text)(stored, place).filter(isPermission);
const localIds: Codec<readonly string[]> = list(text);
const language = oneOf('es', 'en');

const preferences = record<ContactPreferences>({
  language,
  channels: list(oneOf('email', 'sms', 'push')),
  quietHours: optional(record<QuietHours>({ start: text, end: text, timeZone: text })),
});

export const recipients = versionedItems<Recipient>({
  key: (organizationId, userId) => contactKey(organizationId, userId, 'RECIPIENT'),
  idOf: ({ userId }) => userId,
  codec: record<Recipient>({
    userId: text,
    account: optional(record<Account>({ email: text, name: text, language: optional(language), version: number })),
    customer: optional(record<CustomerProfile>({ email: text, name: text, phone: optional(text), preferences, version: number })),
    rights: record<Rights>({ permissions, localIds, version: number }),
    activity: record<Activity>({ active: flag, version: number }),
    erased: flag,
    version: number,
  }),
});

const staffCodec = record<StaffMember>({
  userId: text,
  email: text,
  name: text,
  language: optional(language),
  permissions,
  localIds,
});

/** The registration has not arrived yet, so there is no address: the queue delivers the event again. */
export class RecipientUnknownError extends Error {
  override readonly name = 'RecipientUnknownError';
}

/** More recipients would take a mailing list. */
const maxStaff = 20;
const staffPerPage = 100;
const maxStaffPages = 20;

/**
 * The first 20 users who may act for a shop now. Admins may act for all of them, and an organization always has one. @throws
 * {RecipientUnknownError} when there are none: their registrations have not arrived yet
 */
export async function requireStaff(organizationId: string, localId: string): Promise<StaffMember[]> {
  const pk = staffPartition(organizationId);
  const staff: StaffMember[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= maxStaffPages && staff.length < maxStaff; page++) {
    const { items, nextCursor } = await queryItems({ pk, limit: staffPerPage, ...(cursor !== undefined && { cursor }) });
    staff.push(...items.map((item) => staffCodec(item, pk)).filter((member) => isStaffOf(member, localId)));
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  if (staff.length === 0) throw new RecipientUnknownError(`no staff of ${organizationId} has been registered yet`);
  return staff.slice(0, maxStaff);
}

/** What an event about a person changes in our copy, which may not exist yet. */
export async function recipientEffects(
  organizationId: string,
  userId: string,
  after: (recipient: Recipient) => Recipient | undefined,
): Promise<Effects | undefined> {
  const stored = await recipients.find(organizationId, userId);
  const recipient = after(stored ?? unknownRecipient(userId));
  return recipient && { writes: putRecipient(organizationId, recipient) };
}

/** Staff are stored a second time in a partition of their own, so that finding them does not read every buyer. */
export function putRecipient(organizationId: string, recipient: Recipient): Write[] {
  const staffKey: Key = { pk: staffPartition(organizationId), sk: recipient.userId };
  const member = staffMemberOf(recipient);
  return [
    recipients.put(organizationId, recipient),
    member === undefined ? { Delete: { Key: staffKey } } : { Put: { Item: { ...staffKey, organizationId, ...member } } },
  ];
}

/** Fails once the person was erased: whatever is stored about them after that would never be deleted. */
export const notErased = (organizationId: string, userId: string): Write => ({
  ConditionCheck: {
    Key: contactKey(organizationId, userId, 'RECIPIENT'),
    ConditionExpression: 'attribute_not_exists(pk) OR erased = :no',
    ExpressionAttributeValues: { ':no': false },
  },
});
