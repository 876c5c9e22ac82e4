import { createHash } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventType } from '../../../../generated/events/types.ts';
import { type AwsInput, AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../../tests/kit/stub-aws.ts';
import { newId } from '../../../shared/ids.ts';
import { log } from '../../../shared/log.ts';
import { sweepAfterMs } from './outbox-item.ts';
import { relayItem as relay, relayBatch } from './relay.ts';

/** What PutEvents answers: an error code for each entry, a whole response, or a refusal of the call. */
type Script = (string | undefined)[] | { FailedEntryCount: number; Entries?: object[] } | 'access denied' | 'overloaded';

let scripted: Script[] = [];
let isQueueDown = false;
let isInTable = true;

function putEvents({ Entries }: AwsInput): object {
  const script = scripted.shift() ?? [];
  if (script === 'access denied') throw new AwsRefusal('AccessDeniedException');
  if (script === 'overloaded') throw new AwsRefusal('ServiceUnavailable', 503);
  if (!Array.isArray(script)) return script;
  const entries: unknown[] = Array.isArray(Entries) ? Entries : [];
  return { Entries: entries.map((_, index) => (script[index] ? { ErrorCode: script[index] } : { EventId: 'e' })) };
}

function sendMessage({ MessageBody }: AwsInput): object {
  if (isQueueDown) throw new AwsRefusal('AccessDenied');
  return { MD5OfMessageBody: createHash('md5').update(String(MessageBody)).digest('hex') };
}

let aws: StubAws;
beforeAll(async () => {
  aws = await startStubAws({
    PutEvents: putEvents,
    SendMessage: sendMessage,
    Query: () => ({ Items: isInTable ? [{ pk: { S: 'OUTBOX#1' } }] : [] }),
    DeleteItem: () => ({}),
  });
  const settings = { TABLE_NAME: 'orders', BUS_NAME: 'bus', SOURCE: 'lonja.order', DEAD_LETTER_QUEUE_URL: `${aws.url}/0/dead` };
  for (const [name, value] of Object.entries({ ...awsSettings(aws), ...settings })) vi.stubEnv(name, value);
  log.setLogLevel('SILENT');
});
afterAll(() => {
  vi.unstubAllEnvs();
  aws.stop();
});
beforeEach(() => {
  aws.asked.length = 0;
  scripted = [];
  isQueueDown = false;
  isInTable = true;
});

const [a, b, c] = ['order.created', 'order.confirmed', 'order.cancelled'] as const;
const event = (detailType: EventType) => ({ detailType, detail: '{}' });
const item = (...names: EventType[]) => ({
  key: { pk: 'OUTBOX#1', sk: 'commit-1' },
  events: names.map(event),
  poison: [],
  correlationId: undefined,
});
const relayItem = (read: Parameters<typeof relay>[0]) => relay(read, 5);
const times = (count: number, script: Script) => Array.from({ length: count }, () => script);
const targets = () => aws.asked.map(({ operation }) => operation);
const sentIn = (call: number) => {
  const { Entries } = aws.asked[call]?.input ?? {};
  return Array.isArray(Entries) ? Entries.map(({ DetailType }) => DetailType) : [];
};

describe('relayItem', () => {
  it('publishes and removes the item', async () => {
    await relayItem(item(a, b));
    expect(targets()).toEqual(['PutEvents', 'DeleteItem']);
  });

  it('sends again only the entries that the bus did not accept for now', async () => {
    scripted = [[undefined, 'ThrottlingException', 'InternalFailure'], [undefined, 'InternalFailure'], []];
    await relayItem(item(a, b, c));
    expect([sentIn(0), sentIn(1), sentIn(2)]).toEqual([[a, b, c], [b, c], [c]]);
    expect(targets().at(-1)).toBe('DeleteItem');
  });

  it('sends everything again when the bus is overloaded', async () => {
    scripted = ['overloaded', 'overloaded', []];
    await relayItem(item(a, b));
    expect(targets()).toEqual(['PutEvents', 'PutEvents', 'PutEvents', 'DeleteItem']);
  });

  it('keeps the item while the bus is out', async () => {
    scripted = ['access denied'];
    await expect(relayItem(item(a))).rejects.toThrow();
    expect(targets()).toEqual(['PutEvents']);
  });

  it.each<[string, Script]>([
    ['an entry-level fault', ['InternalFailure']],
    ['an outage', 'overloaded'],
  ])('gives up after five tries in all at %s, and keeps the item', async (_, script) => {
    scripted = times(99, script);
    await expect(relayItem(item(a))).rejects.toThrow('did not accept 1 of 1 events');
    expect(targets()).toEqual(times(5, []).map(() => 'PutEvents'));
  });

  it('buries what the bus refuses for good, and only then removes the item', async () => {
    scripted = [[undefined, 'MalformedDetail']];
    await relayItem(item(a, b));
    expect(targets()).toEqual(['PutEvents', 'SendMessage', 'DeleteItem']);
    expect(aws.asked[1]?.input).toMatchObject({ MessageBody: JSON.stringify(event(b)) });
  });

  it.each<[string, Script]>([
    ['no result at all', { FailedEntryCount: 1, Entries: [] }],
    ['no list of results', { FailedEntryCount: 0 }],
    ['a result without an id', { FailedEntryCount: 0, Entries: [{}] }],
    ['an empty id', { FailedEntryCount: 0, Entries: [{ EventId: '' }] }],
    ['an id beside an error', { FailedEntryCount: 1, Entries: [{ EventId: 'e', ErrorCode: 'InternalFailure' }] }],
    ['a missing permission', ['AccessDeniedException']],
    ['a forbidden source', ['NotAuthorizedForSourceException']],
    ['an invalid parameter', ['InvalidArgument']],
    ['an unknown code', ['SomethingNew']],
  ])('keeps an event in the outbox, and does not bury it, when the bus answers %s', async (_, answer) => {
    scripted = times(9, answer);
    await expect(relayItem(item(a))).rejects.toThrow('did not accept 1 of 1 events');
    expect(new Set(targets())).toEqual(new Set(['PutEvents']));
  });

  it('trusts no result when one is missing', async () => {
    scripted = times(9, { FailedEntryCount: 0, Entries: [{ EventId: 'e' }] });
    await expect(relayItem(item(a, b))).rejects.toThrow('did not accept 2 of 2 events');
    expect(targets()).not.toContain('DeleteItem');
  });

  it('keeps the item when what was refused cannot be buried', async () => {
    scripted = [['MalformedDetail']];
    isQueueDown = true;
    await expect(relayItem(item(a))).rejects.toThrow();
    expect(targets()).not.toContain('DeleteItem');
  });

  it('buries poison beside good events', async () => {
    await relayItem({ ...item(a), poison: [{ cause: 'b is not JSON', text: 'x' }] });
    expect(targets()).toEqual(['PutEvents', 'SendMessage', 'DeleteItem']);
  });
});

describe('relayBatch', () => {
  const recordOf = (ageMs: number, detailType: EventType = a): DynamoDBRecord => {
    const sk = newId(new Date(Date.now() - ageMs).toISOString());
    const Keys = { pk: { S: 'OUTBOX#1' }, sk: { S: sk } };
    return {
      dynamodb: { Keys, NewImage: { ...Keys, events: { L: [{ M: { detailType: { S: detailType }, detail: { S: '{}' } } }] } } },
    };
  };

  it('publishes each record, and looks up none that is young', async () => {
    await relayBatch({ Records: [recordOf(0), recordOf(sweepAfterMs - 10_000)] });
    expect(targets().toSorted()).toEqual(['DeleteItem', 'DeleteItem', 'PutEvents', 'PutEvents']);
  });

  it('leaves an item that cannot be published to the sweep, and publishes its neighbours', async () => {
    scripted = ['access denied'];
    await relayBatch({ Records: [recordOf(0), recordOf(0)] });
    expect(targets().toSorted()).toEqual(['DeleteItem', 'PutEvents', 'PutEvents']);
  });

  it('publishes a late record that is still in the outbox', async () => {
    await relayBatch({ Records: [recordOf(sweepAfterMs + 1000)] });
    expect(targets()).toEqual(['Query', 'PutEvents', 'DeleteItem']);
  });

  it('publishes no late record that the sweep has published', async () => {
    isInTable = false;
    await relayBatch({ Records: [recordOf(sweepAfterMs + 1000)] });
    expect(targets()).toEqual(['Query']);
  });
});
