import { isDeepStrictEqual } from 'node:util';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ContactPreferences } from '../../generated/shared.ts';
import { eventually } from '../../local/process/eventually.ts';
import { tables } from './aws.ts';
import type { Market } from './market.ts';
import { succeed } from './rest.ts';
import { tableOf } from './system.ts';

const contactOf = async (organizationId: string, userId: string, kind: 'RECIPIENT' | 'MAILBOXES') => {
  const Key = { pk: `ORG#${organizationId}#RECIPIENT#${userId}`, sk: `CONTACT#${kind}` };
  return (await tables.send(new GetCommand({ TableName: await tableOf('notification'), Key, ConsistentRead: true }))).Item;
};

/** What notification recorded about a customer's addresses, if anything came back from them. */
export const mailboxesOf = (organizationId: string, userId: string) => contactOf(organizationId, userId, 'MAILBOXES');

/** Changes how the market's buyer wants to be written to, as they do themselves, and waits until notification knows. */
export async function tellCustomer(
  { organizationId, buyer }: Market,
  contact: { phone?: string; preferences: Pick<ContactPreferences, 'language' | 'channels'> },
): Promise<void> {
  const { userId: customerId, token } = buyer;
  const own = { token, params: { customerId } };
  await eventually('the customer to have the preferences', async () => {
    const { headers } = await succeed('GET /customers/{customerId}', own);
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    return (await succeed('PATCH /customers/{customerId}', { ...own, headers: ifMatch, body: contact })).status === 200;
  });
  await eventually('notification to know the preferences', async () => {
    const known = await contactOf(organizationId, customerId, 'RECIPIENT');
    return isDeepStrictEqual(known?.customer?.preferences, contact.preferences);
  });
}
