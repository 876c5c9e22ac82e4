import { EventBridgeClient, PutEventsCommand, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { awsCallsTriedOnce, isAwsOutage } from '../../../shared/aws/aws-calls.ts';
import { environment } from '../../../shared/environment.ts';
import type { OutboxEvent } from '../../../shared/events/outbox.ts';
import { jitteredPause } from '../../../shared/waiting/pause.ts';
import { batchesOf } from './batches.ts';
import type { Poison } from './outbox-item.ts';

let client: EventBridgeClient | undefined;
const eventBridge = () => {
  client ??= new EventBridgeClient(awsCallsTriedOnce);
  return client;
};

/**
 * The codes by which AWS blames the entry itself, so that no retry can publish it
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html). `InvalidArgument` is not one of them: it
 * may as well be about the bus or the source, which the deployment sets, and the event's own type was checked before. Permissions can
 * be given and a new code can mean anything, so those events stay in the outbox.
 */
const poisonCodes = new Set(['MalformedDetail']);

/**
 * Puts events on the domain's bus and checks the result of each. Returns those that can never be published. `tries` counts every try,
 * since the SDK repeats none.
 * @throws when some were not published: all of them stay in the outbox and are published again
 */
export async function publish(events: readonly OutboxEvent[], tries: number): Promise<Poison[]> {
  const poison: Poison[] = [];
  for (const batch of batchesOf(events)) poison.push(...(await putAll(batch, tries)));
  return poison;
}

async function putAll(events: readonly OutboxEvent[], tries: number): Promise<Poison[]> {
  const poison: Poison[] = [];
  let waiting = events;
  for (let attempt = 1; ; attempt++) {
    const failures = await put(waiting);
    for (const { event, code } of failures) {
      if (poisonCodes.has(code))
        poison.push({ cause: `the bus refused ${event.detailType}: ${code}`, text: JSON.stringify(event) });
    }
    const unpublished = failures.filter(({ code }) => !poisonCodes.has(code));
    if (unpublished.length === 0) return poison;
    if (attempt === tries) {
      const codes = [...new Set(unpublished.map(({ code }) => code))].join(', ');
      throw new Error(
        `the bus did not accept ${unpublished.length} of ${events.length} events in ${tries === 1 ? 'one try' : `${tries} tries`}: ${codes}`,
      );
    }
    waiting = unpublished.map(({ event }) => event);
    await jitteredPause(attempt);
  }
}

type Failure = { event: OutboxEvent; code: string };

/** The events that were not published. @throws when the bus refuses the whole call, for example for a missing permission */
async function put(events: readonly OutboxEvent[]): Promise<Failure[]> {
  try {
    const { Entries = [] } = await eventBridge().send(new PutEventsCommand({ Entries: events.map(entryOf) }));
    // Results come in the order of the entries. When one is missing, it is unknown which event each belongs to.
    const isComplete = Entries.length === events.length;
    return events.flatMap((event, index) => {
      const code = isComplete ? failureCode(Entries[index]) : 'no result';
      return code === undefined ? [] : [{ event, code }];
    });
  } catch (thrown) {
    if (!isAwsOutage(thrown)) throw thrown;
    return events.map((event) => ({ event, code: thrown instanceof Error ? thrown.name : 'outage' }));
  }
}

const entryOf = ({ detailType, detail }: OutboxEvent) => ({
  EventBusName: environment('BUS_NAME'),
  Source: environment('SOURCE'),
  DetailType: detailType,
  Detail: detail,
});

/** Only an entry with an id, and without an error, was published. */
function failureCode({ EventId, ErrorCode }: PutEventsResultEntry = {}): string | undefined {
  if (ErrorCode !== undefined) return ErrorCode;
  return EventId === undefined || EventId === '' ? 'no EventId' : undefined;
}
