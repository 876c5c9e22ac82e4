import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSystem } from '../../local/local-system.ts';
import { percentile } from '../percentiles.ts';
import type { Shop } from '../shop.ts';
import { markdownTable } from '../table.ts';
import { type AwsRequest, recordAwsRequests } from './aws-recorder.ts';
import { type Invocation, invocationsSince } from './invocations.ts';
import { queueRules } from './queue-rules.ts';

/** What one order caused, from its request until nothing happened any more; times in ms after the request was sent. */
type OrderTrace = {
  invocations: readonly (Invocation & { requests: readonly AwsRequest[] })[];
  published: readonly string[];
  events: readonly { type: string; at: number }[];
};

const warmUps = 3;
/** Nothing is left to do for an order when no function has asked anything for so long. */
const quietMs = 1_500;

/**
 * Places orders one after the other and counts what each causes: invocations, messages and requests, by function. Also shows when, between
 * placed and confirmed, each function worked. Returns two tables.
 */
export async function orderCost(system: LocalSystem, shop: Shop, orders: number): Promise<string> {
  const { awsEndpoint } = system;
  const recorder = await recordAwsRequests(awsEndpoint);
  try {
    const placed: { orderId: string; at: number }[] = [];
    for (let index = 0; index < warmUps + orders; index += 1) {
      const at = Date.now();
      const { orderId } = await shop.placeAndEnd(`bench-cost-${index}`, 20);
      await untilQuiet(() => recorder.requests.length);
      if (index >= warmUps) placed.push({ orderId, at });
    }
    const end = Date.now();
    const invocations = await invocationsSince(awsEndpoint, placed[0]?.at ?? end);
    const traces: OrderTrace[] = [];
    for (const [index, { orderId, at }] of placed.entries()) {
      const until = placed[index + 1]?.at ?? end;
      const within = <Found extends { at: number }>(found: readonly Found[]) =>
        found.filter((one) => one.at >= at && one.at < until);
      const requests = within(recorder.requests);
      traces.push({
        invocations: within(invocations.map((one) => ({ ...one, at: one.startedAt }))).map((one) => ({
          ...one,
          startedAt: one.startedAt - at,
          endedAt: one.endedAt - at,
          requests: requests.filter((request) => request.entry === one.entry && isDuring(request, one)),
        })),
        published: requests.flatMap(publishedTypes),
        events: (await shop.timelineOf(orderId)).map(({ type, occurredOn }) => ({ type, at: Date.parse(occurredOn) - at })),
      });
    }
    const rules = await queueRules(awsEndpoint);
    return [countTable(traces, rules), timeTable(traces)].join('\n\n');
  } finally {
    await recorder.stop();
  }
}

/** A request belongs to the invocation that was running when it arrived; the log's times are whole ms. */
const isDuring = ({ at }: AwsRequest, { startedAt, endedAt }: Invocation) => at >= startedAt - 2 && at <= endedAt + 2;

async function untilQuiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await sleep(quietMs);
  }
}

/** The types of the events in a PutEvents request. */
function publishedTypes({ operation, body }: AwsRequest): string[] {
  if (operation !== 'EventBridge PutEvents') return [];
  const { Entries }: { Entries: { DetailType: string }[] } = JSON.parse(body);
  return Entries.map(({ DetailType }) => DetailType);
}

const median = (values: readonly number[]) => percentile(values, 0.5);

/** The functions that worked for at least half of the orders: the others belong to schedules. */
function regularEntries(traces: readonly OrderTrace[]): string[] {
  const entries = new Set(traces.flatMap(({ invocations }) => invocations.map(({ entry }) => entry)));
  return [...entries].filter((entry) => median(traces.map((trace) => of(trace, entry).length)) > 0).sort();
}

const of = ({ invocations }: OrderTrace, entry: string) => invocations.filter((one) => one.entry === entry);

function countTable(traces: readonly OrderTrace[], rules: Awaited<ReturnType<typeof queueRules>>): string {
  const count = (amount: (trace: OrderTrace) => number) => median(traces.map(amount));
  const messagesTo = (entry: string, { published }: OrderTrace) =>
    published.filter((type) => rules.some((rule) => rule.consumer === entry && rule.takes(type))).length;
  const lines = regularEntries(traces).map((entry) => {
    const requests = (matches: (operation: string) => boolean) =>
      count((trace) =>
        of(trace, entry).reduce((sum, one) => sum + one.requests.filter(({ operation }) => matches(operation)).length, 0),
      );
    const isDynamo = (operation: string) => operation.startsWith('DynamoDB');
    const isPublish = (operation: string) => operation === 'EventBridge PutEvents';
    return [
      entry,
      count((trace) => of(trace, entry).length),
      count((trace) => messagesTo(entry, trace)),
      requests(isDynamo),
      requests(isPublish),
      requests((operation) => !isDynamo(operation) && !isPublish(operation)),
      Math.round(count((trace) => of(trace, entry).reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0))),
    ];
  });
  const totals = [1, 2, 3, 4, 5, 6].map((column) => lines.reduce((sum, line) => sum + Number(line[column]), 0));
  const events = count(({ published }) => published.length);
  return [
    `One order, median of ${traces.length}: ${events} events published.`,
    '',
    markdownTable(
      ['function', 'invocations', 'queue messages', 'DynamoDB', 'PutEvents', 'other AWS requests', 'busy ms'],
      [...lines, ['**all**', ...totals]],
    ),
  ].join('\n');
}

/** When each function worked for the order and when each event occurred, in the order of time. */
function timeTable(traces: readonly OrderTrace[]): string {
  const working = regularEntries(traces).flatMap((entry) => {
    const times = median(traces.map((trace) => of(trace, entry).length));
    return Array.from({ length: times }, (_, index) => {
      const invocations = traces.flatMap((trace) => of(trace, entry)[index] ?? []);
      const at = median(invocations.map(({ startedAt }) => startedAt));
      const requests = invocations[0]?.requests.map(({ operation }) => operation).join(', ') ?? '';
      return { at, what: entry, tookMs: median(invocations.map((one) => one.endedAt - one.startedAt)), requests };
    });
  });
  const types = new Set(traces.flatMap(({ events }) => events.map(({ type }) => type)));
  const occurred = [...types].map((type) => {
    const times = traces.flatMap(({ events }) => events.filter((event) => event.type === type).map(({ at }) => at));
    return { at: median(times), what: `**${type}**`, tookMs: undefined, requests: '' };
  });
  const rows = [...working, ...occurred].sort((a, b) => a.at - b.at);
  return markdownTable(
    ['after ms', 'what', 'took ms', 'AWS requests'],
    rows.map(({ at, what, tookMs, requests }) => [
      Math.round(at),
      what,
      tookMs === undefined ? '' : Math.round(tookMs),
      requests,
    ]),
  );
}
