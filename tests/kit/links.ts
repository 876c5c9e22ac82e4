import { KMSClient } from '@aws-sdk/client-kms';
import { useKms } from '../../functions/shared/sealing/kms-client.ts';
import { opened } from '../../functions/shared/sealing/sealed-data.ts';
import { useDocumentClient } from '../../functions/shared/store/dynamo.ts';
import { eventually } from '../../local/process/eventually.ts';
import { settings, tables } from './aws.ts';
import type { Person } from './market.ts';
import { succeed } from './rest.ts';
import { consumerFunction, variableOf } from './system.ts';

type LinkEvent = 'auth.verification.requested' | 'auth.password.reset.requested';

/**
 * The secret of a link that was sent to a user: of the first that is not among those seen before. It is read from the event that has
 * it sent, and opened as a consumer opens it that may read personal data.
 */
export const linkSecret = (admin: Person, type: LinkEvent, userId: string, seen: readonly string[] = []): Promise<string> =>
  eventually(`a link for ${userId} (${type})`, async () => {
    const { body } = await succeed('GET /audit', { token: admin.token, query: { aggregateId: userId, limit: 50 } });
    for (const { detailType, eventId, eventData, metadata } of body.events) {
      if (detailType !== type) continue;
      const { organizationId } = metadata;
      const secret = String(Object(await inTheClear({ type, eventId, organizationId, data: eventData })).secret);
      if (!seen.includes(secret)) return secret;
    }
    return undefined;
  });

async function inTheClear(event: Parameters<typeof opened>[0]): Promise<object> {
  const notification = await consumerFunction('notification');
  for (const name of ['PERSON_KEY_TABLE_NAME', 'PERSONAL_DATA_KEY_ID']) process.env[name] = variableOf(notification, name);
  useDocumentClient(tables);
  useKms(new KMSClient(settings));
  try {
    return await opened(event);
  } finally {
    useDocumentClient(undefined);
    useKms(undefined);
  }
}
