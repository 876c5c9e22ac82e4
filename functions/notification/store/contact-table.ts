import { queryItems } from '../../shared/store/dynamo.ts';
import type { Reach } from '../model/outgoing.ts';
import { maxDevices } from '../model/recipients/device.ts';
import { noMailboxes } from '../model/recipients/mailbox.ts';
import type { Recipient } from '../model/recipients/recipient.ts';
import { deviceCodec, devicePrefix } from './device-table.ts';
import { mailboxes } from './mailbox-table.ts';
import { contactPrefix, recipientPartition } from './recipient-key.ts';
import { recipients } from './recipient-table.ts';

/** All that is needed to write to somebody. */
export type Contact = Reach & { recipient?: Recipient };

const maxContactItems = 2 * maxDevices + 2;

/** Read at once, strongly consistent. */
export async function findContact(organizationId: string, userId: string): Promise<Contact> {
  const pk = recipientPartition(organizationId, userId);
  const { items } = await queryItems({ pk, skPrefix: contactPrefix, limit: maxContactItems });
  const named = new Map(items.map((item) => [String(item.sk).slice(contactPrefix.length), item]));
  const recipient = named.get('RECIPIENT');
  const known = named.get('MAILBOXES');
  return {
    ...(recipient && { recipient: recipients.read(recipient) }),
    mailboxes: known === undefined ? noMailboxes(userId) : mailboxes.read(known),
    devices: items.filter(({ sk }) => String(sk).startsWith(devicePrefix)).map((item) => deviceCodec(item, pk)),
  };
}
