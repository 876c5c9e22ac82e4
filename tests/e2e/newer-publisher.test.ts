import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { consumers } from '../../functions/domains.ts';
import { newId } from '../../functions/shared/ids.ts';
import { eventually } from '../../local/process/eventually.ts';
import { sqs, tables } from '../kit/aws.ts';
import { newEvent } from '../kit/event.ts';
import { openMarket } from '../kit/market.ts';
import { callPath } from '../kit/rest.ts';
import { consumerFunction, deadLetterQueueOf, tableOf } from '../kit/system.ts';

it('an event that no consumer knows crosses the real bus into the audit trail, and into no dead-letter queue', async () => {
  const { admin, organizationId, localId } = await openMarket({ products: [] });
  const before = await deadLetters();
  const known = newEvent({ organizationId }, 'auth.local.created', localId, { localId, name: 'Quesería El Roble' });
  // What a newer product domain would leave in its outbox.
  const event = {
    ...known,
    eventType: 'ProductTasted',
    eventVersion: 3,
    eventData: { taste: { salt: [1, 2.5], note: 'nutty' } },
  };
  const Item = {
    pk: 'OUTBOX#0',
    sk: newId(event.occurredOn),
    events: [{ detailType: 'product.tasted', detail: JSON.stringify(event) }],
  };
  await tables.send(new PutCommand({ TableName: await tableOf('product'), Item }));

  const { correlationId } = event.metadata;
  const kept = await eventually('the event in the audit trail', async () => {
    const { body } = await callPath('GET', `/audit?correlationId=${correlationId}`, { token: admin.token });
    if (!Array.isArray(body.events) || body.events.length === 0) throw new Error('no events yet');
    return body.events;
  });
  expect(kept).toEqual([{ ...event, detailType: 'product.tasted', source: 'lonja.product' }]);
  expect(await deadLetters()).toEqual(before);
});

/** How many messages the dead-letter queue of each consumer holds. */
async function deadLetters(): Promise<Record<string, string | undefined>> {
  const depths = await Promise.all(
    consumers.map(async ({ name }) => {
      const QueueUrl = deadLetterQueueOf(await consumerFunction(name));
      const AttributeNames = ['ApproximateNumberOfMessages'] as const;
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }));
      return [name, Attributes?.ApproximateNumberOfMessages] as const;
    }),
  );
  return Object.fromEntries(depths);
}
