import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runJob } from '../../../tests/kit/invoke.ts';
import { memoryTables } from '../../../tests/kit/memory-table.ts';
import { awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { outboxPartition, outboxShards } from '../../shared/events/outbox.ts';
import { newId } from '../../shared/ids.ts';
import type { Write } from '../../shared/store/write.ts';
import { handler } from './handler.ts';

const now = '2026-11-22T10:00:00.000Z';
const tables = memoryTables();
const sent: string[] = [];
/** The correlation ids of events that the bus does not accept. */
const refused = new Set<string>();

let aws: StubAws;
beforeAll(async () => {
  aws = await startStubAws({
    PutEvents: ({ Entries }) => ({ Entries: (Array.isArray(Entries) ? Entries : []).map(put) }),
  });
});
beforeEach(() => {
  tables.install();
  const settings = { ...awsSettings(aws), TABLE_NAME: 'orders', BUS_NAME: 'bus', SOURCE: 'lonja.order' };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  sent.length = 0;
  refused.clear();
});
afterEach(() => {
  tables.uninstall();
  vi.unstubAllEnvs();
});
afterAll(() => aws.stop());

function put({ Detail }: { Detail: string }) {
  const { n } = JSON.parse(Detail);
  if (refused.has(n)) return { ErrorCode: 'AccessDeniedException' };
  sent.push(n);
  return { EventId: 'e' };
}

/** An outbox item with one event, named `n`, so many seconds old. */
function outboxItem(n: string, ageSeconds: number, shard = 0): Write {
  const sk = newId(new Date(Date.parse(now) - ageSeconds * 1000).toISOString());
  const events = [{ detailType: 'order.created', detail: JSON.stringify({ n }) }];
  return { Put: { Item: { pk: outboxPartition(shard), sk, events } } };
}
function store(items: readonly Write[]) {
  for (let from = 0; from < items.length; from += 100) tables.put('orders', ...items.slice(from, from + 100));
}
const numbered = (count: number) => Array.from({ length: count }, (_, n) => String(n));
const run = () => runJob(handler, now);
const left = () => tables.items('orders').length;

describe('outbox sweep', () => {
  it('publishes what is old in every shard, and leaves young items to the stream', async () => {
    store(numbered(outboxShards).map((n) => outboxItem(n, 121, Number(n))));
    store([outboxItem('young', 119)]);
    const nothing = { found: 0, failed: 0, left: 0, unreadShards: 0, oldestAgeSeconds: 0 };
    expect(await run()).toEqual({ ...nothing, found: outboxShards });
    expect([sent.toSorted(), left()]).toEqual([numbered(outboxShards).toSorted(), 1]);
    expect(await run()).toEqual(nothing);
  });

  it('reads a shard to its end', async () => {
    store(numbered(450).map((n) => outboxItem(n, 300)));
    expect(await run()).toMatchObject({ found: 450, failed: 0 });
    expect([sent.length, left()]).toEqual([450, 0]);
  });

  it('goes past items that keep failing, however many, and says how old the oldest is', async () => {
    const failing = numbered(300);
    for (const n of failing) refused.add(n);
    store([...failing.map((n) => outboxItem(n, 3600)), outboxItem('good', 150)]);
    expect(await run()).toEqual({ found: 301, failed: 300, left: 0, unreadShards: 0, oldestAgeSeconds: 3600 });
    expect([sent, left()]).toEqual([['good'], 300]);
  });

  it('counts a shard that it cannot read, and publishes the others', async () => {
    store(numbered(outboxShards).map((n) => outboxItem(n, 300, Number(n))));
    tables.failNextCall('unreachable');
    expect(await run()).toMatchObject({ found: outboxShards - 1, unreadShards: 1 });
    expect(left()).toBe(1);
  });
});
