import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '../../../../generated/events/types.ts';
import { relayItem } from './relay.ts';

/** A server that speaks as much of AWS as the relay hears: it answers PutEvents as scripted and notes every call. */
const calls: { target: string; body: Record<string, unknown> }[] = [];
let scripted: ((string | undefined)[] | 'down')[] = [];
let isQueueDown = false;

const server = createServer(async (request, response) => {
  const target = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
  const body = JSON.parse(await textOf(request));
  calls.push({ target, body });
  const refuse = () => response.writeHead(400, { 'Content-Type': 'application/x-amz-json-1.0' }).end('{"__type":"AccessDenied"}');
  if (target === 'SendMessage' && isQueueDown) return refuse();
  if (target !== 'PutEvents') {
    const MD5OfMessageBody = createHash('md5').update(String(body.MessageBody)).digest('hex');
    return response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ MD5OfMessageBody }));
  }
  const script = scripted.shift() ?? [];
  if (script === 'down') return refuse();
  const Entries = body.Entries.map((_: unknown, index: number) =>
    script[index] ? { ErrorCode: script[index] } : { EventId: 'e' },
  );
  return response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ Entries }));
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
});
afterAll(() => {
  process.env = before;
  server.close();
});
beforeEach(() => {
  calls.length = 0;
  scripted = [];
  isQueueDown = false;
});

const [a, b, c] = ['order.created', 'order.confirmed', 'order.cancelled'] as const;
const event = (detailType: EventType) => ({ detailType, detail: '{}' });
const item = (...names: EventType[]) => ({
  key: { pk: 'OUTBOX#1', sk: 'commit-1' },
  events: names.map(event),
  poison: [],
  correlationId: undefined,
});
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

  it('keeps the item while the bus is out', async () => {
    scripted = ['down'];
    await expect(relayItem(item(a))).rejects.toThrow();
    expect(targets()).not.toContain('DeleteItem');
  });

  it('gives up after a few tries and keeps the item', async () => {
    scripted = Array.from({ length: 9 }, () => ['InternalFailure']);
    await expect(relayItem(item(a))).rejects.toThrow('did not accept 1 of 1 events');
    expect(targets()).toEqual(Array.from({ length: 5 }, () => 'PutEvents'));
  });

  it('buries what the bus refuses for good, and only then removes the item', async () => {
    scripted = [[undefined, 'MalformedDetail']];
    await relayItem(item(a, b));
    expect(targets()).toEqual(['PutEvents', 'SendMessage', 'DeleteItem']);
    expect(calls[1]?.body).toMatchObject({ MessageBody: JSON.stringify(event(b)) });
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
