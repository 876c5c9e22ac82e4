import { isDeepStrictEqual } from 'node:util';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ContactPreferences } from '../../generated/shared.ts';
import { eventually } from '../../local/process/eventually.ts';
import { tables } from './aws.ts';
import { newEvent } from './event.ts';
import type { Market } from './market.ts';
import { eventBridgeMessage, sendTo } from './queues.ts';
import { tableOf } from './system.ts';

const contactOf = async (organizationId: string, userId: string, kind: 'RECIPIENT' | 'MAILBOXES') => {
  const Key = { pk: `ORG#${organizationId}#RECIPIENT#${userId}`, sk: `CONTACT#${kind}` };
  return (await tables.send(new GetCommand({ TableName: await tableOf('notification'), Key, ConsistentRead: true }))).Item;
};

/** What notification recorded about a customer's addresses, if anything came back from them. */
export const mailboxesOf = (organizationId: string, userId: string) => contactOf(organizationId, userId, 'MAILBOXES');

/** Changes how the market's buyer wants to be written to, and waits until notification knows. */
export async function tellCustomer(
  { organizationId, buyer }: Market,
  contact: { phone?: string; preferences: ContactPreferences },
): Promise<void> {
  const { userId: customerId, email } = buyer;
  const data = {
    customerId,
    changes: ['preferences' as const],
    email,
    name: 'Nerea Ibarra',
    ...contact,
    addressBook: [],
    updatedAt: new Date().toISOString(),
  };
  const event = newEvent({ organizationId }, 'customer.updated', customerId, data);
  const newest = { ...event, metadata: { ...event.metadata, aggregateVersion: 1000 } };
  await sendTo('notification', [eventBridgeMessage('customer', 'customer.updated', newest)]);
  await eventually('notification to know the preferences', async () => {
    const known = await contactOf(organizationId, customerId, 'RECIPIENT');
    return isDeepStrictEqual(known?.customer?.preferences, contact.preferences);
  });
}
