import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { awsCalls } from '../../../shared/aws-calls.ts';
import { environment } from '../../../shared/environment.ts';
import type { OutboxEvent } from '../../../shared/events/outbox.ts';
import { jitteredPause } from '../../../shared/pause.ts';
import { documentClient, type Key, tableName } from '../../../shared/store/dynamo.ts';
import { batchesOf } from '../model/batches.ts';
import type { Poison } from '../model/outbox-item.ts';

let client: EventBridgeClient | undefined;
const eventBridge = () => {
  client ??= new EventBridgeClient(awsCalls);
  return client;
};

const tries = 5;
/** The codes of EventBridge that a later try may mend; all others are the entry's own fault. */
const transientCodes = new Set(['ThrottlingException', 'InternalFailure', 'InternalException', 'ServiceUnavailable']);

/**
 * Puts events on the domain's bus and checks every entry. Answers the entries that the bus refuses for good.
 * @throws when some could not be sent for now: all of them are to be sent again
 */
export async function publish(events: readonly OutboxEvent[]): Promise<Poison[]> {
  const refused: Poison[] = [];
  for (const batch of batchesOf(events)) refused.push(...(await putAll(batch)));
  return refused;
}

export async function removeItem({ pk, sk }: Key): Promise<void> {
  await documentClient().send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
}

async function putAll(events: readonly OutboxEvent[]): Promise<Poison[]> {
  const refused: Poison[] = [];
  let waiting = events;
  for (let attempt = 1; ; attempt++) {
    const failures = await put(waiting);
    const forGood = failures.filter(({ code }) => !transientCodes.has(code));
    refused.push(
      ...forGood.map(({ entry, code }) => ({
        cause: `the bus refused ${entry.detailType}: ${code}`,
        text: JSON.stringify(entry),
      })),
    );
    waiting = failures.filter(({ code }) => transientCodes.has(code)).map(({ entry }) => entry);
    if (waiting.length === 0) return refused;
    if (attempt === tries)
      throw new Error(`the bus did not accept ${waiting.length} of ${events.length} events in ${tries} tries`);
    await jitteredPause(attempt);
  }
}

async function put(events: readonly OutboxEvent[]): Promise<{ entry: OutboxEvent; code: string }[]> {
  const { Entries = [] } = await eventBridge().send(
    new PutEventsCommand({
      Entries: events.map(({ detailType, detail }) => ({
        EventBusName: environment('BUS_NAME'),
        Source: environment('SOURCE'),
        DetailType: detailType,
        Detail: detail,
      })),
    }),
  );
  // Results stand in the order of the entries; a success has no code.
  return events.flatMap((entry, index) => {
    const code = Entries[index]?.ErrorCode;
    return code === undefined ? [] : [{ entry, code }];
  });
}
