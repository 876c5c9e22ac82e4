import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { awsCalls } from '../shared/aws-calls.ts';
import { documentClient, type Key, tableName } from '../shared/dynamo.ts';
import { environment } from '../shared/environment.ts';
import type { OutboxEvent, OutboxItem } from '../shared/outbox.ts';
import { jitteredPause } from '../shared/pause.ts';
import { batchesOf } from './batches.ts';

let client: EventBridgeClient | undefined;
const eventBridge = () => {
  client ??= new EventBridgeClient(awsCalls);
  return client;
};

const tries = 5;
/** The codes of EventBridge that a later try may mend; all others are the entry's own fault. */
const transientCodes = new Set(['ThrottlingException', 'InternalFailure', 'InternalException', 'ServiceUnavailable']);

export type Refused = { entry: OutboxEvent; cause: string };

/**
 * Puts an item's events on the domain's bus, checks every entry, and deletes the item once none is left to send.
 * Answers the entries that the bus refuses for good. @throws when some could not be sent for now: the item stays.
 */
export async function publish(item: OutboxItem): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const batch of batchesOf(item.events)) refused.push(...(await putAll(batch)));
  await removeItem(item);
  return refused;
}

export async function removeItem({ pk, sk }: Key): Promise<void> {
  await documentClient().send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
}

async function putAll(events: readonly OutboxEvent[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  let waiting = events;
  for (let attempt = 1; ; attempt++) {
    const failures = await put(waiting);
    refused.push(
      ...failures
        .filter(({ code }) => !transientCodes.has(code))
        .map(({ entry, code }) => ({ entry, cause: `the bus refused it: ${code}` })),
    );
    const again = failures.filter(({ code }) => transientCodes.has(code));
    if (again.length === 0) return refused;
    if (attempt === tries)
      throw new Error(`${again.length} of ${events.length} events not accepted by the bus: ${again[0]?.code}`);
    waiting = again.map(({ entry }) => entry);
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
