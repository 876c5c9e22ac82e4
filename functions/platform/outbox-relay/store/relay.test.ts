import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventType } from '../../../../generated/events/types.ts';
import { newId } from '../../../shared/ids.ts';
import { log } from '../../../shared/log.ts';
import { sweepAfterMs } from '../model/outbox-item.ts';
import { relayBatch, relayItem } from './relay.ts';

/** What PutEvents answers: an error code for each entry, a whole response, or a refusal of the call. */
type Script = (string | undefined)[] | { FailedEntryCount: number; Entries?: object[] } | 'access denied' | 'overloaded';

/** A server that speaks as much of AWS as the relay uses: it answers PutEvents as scripted and records every call. */
const calls: { target: string; body: Record<string, unknown> }[] = [];
let scripted: Script[] = [];
let isQueueDown = false;
let isInTable = true;

const server = createServer(async (request, response) => {
  const target = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
  const body = JSON.parse(await textOf(request));
  calls.push({ target, body });
  const answer = (status: number, content: object) =>
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(content));
  if (target === 'SendMessage') {
    const MD5OfMessageBody = createHash('md5').update(String(body.MessageBody)).digest('hex');
    return isQueueDown ? answer(400, { __type: 'AccessDenied' }) : answer(200, { MD5OfMessageBody });
  }
  if (target === 'Query') return answer(200, { Items: isInTable ? [{ pk: { S: 'OUTBOX#1' } }] : [] });
  if (target !== 'PutEvents') return answer(200, {});
  const script = scripted.shift() ?? [];
  if (script === 'access denied') return answer(400, { __type: 'AccessDeniedException' });
  if (script === 'overloaded') return answer(503, { __type: 'ServiceUnavailable' });
  if (!Array.isArray(script)) return answer(200, script);
  const Entries = body.Entries.map((_: unknown, index: number) =>
    script[index] ? { ErrorCode: script[index] } : { EventId: 'e' },
  );
  return answer(200, { Entries });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const before = { ...process.env };
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_NAME: 'orders',
    BUS_NAME: 'bus',
    SOURCE: 'lonja.order',
    DEAD_LETTER_QUEUE_URL: `http://127.0.0.1:${port}/000000000000/dead`,
  });
  for (const level of ['info', 'error'] as const) vi.spyOn(log, level).mockImplementation(() => undefined);
});
afterAll(() => {
  process.env = before;
  vi.restoreAllMocks();
  server.close();
});
beforeEach(() => {
  calls.length = 0;
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
const times = (count: number, script: Script) => Array.from({ length: count }, () => script);
const targets = () => calls.map(({ target }) => target);
const sentIn = (call: number) => {
  const { Entries } = calls[call]?.body ?? {};
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
    expect(calls[1]?.body).toMatchObject({ MessageBody: JSON.stringify(event(b)) });
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
