/**
 * `npm run bench`: how fast the system is. `--only` selects parts, separated by commas:
 * - `init`: cold init of a Lambda's bundle over bare Node
 * - `crowd`: 50 buyers who arrive at once while all functions are cold
 * - `peers`: orders and reads beside bare peers on the same emulator, interleaved; `--orders 300 --samples 40` set the sizes
 * - `search`: searches among 200 and 20,000 products, and the first one of a cold Lambda
 * - `count`: what one order costs by function, and the processor time of many; not part of a plain run
 *
 * `--start` also times `npm start -- --once` on a fresh clone and warm, and the reload of `npm run dev`.
 */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inTurns } from '../functions/shared/waiting/in-turns.ts';
import { awsSettings } from '../local/emulator/aws-settings.ts';
import { type LocalSystem, startLocalSystem } from '../local/local-system.ts';
import { timeColdInit } from './cold-init.ts';
import { coolDown } from './cool-down.ts';
import { cpuBetween, cpuUse } from './cost/cpu.ts';
import { orderCost } from './cost/order-cost.ts';
import { crowd, registerBuyers } from './crowd.ts';
import { memoryOfChildren } from './memory.ts';
import { type BarePeer, deployBarePeer } from './peer/bare-peer.ts';
import { percentile } from './percentiles.ts';
import { timeReload } from './reload.ts';
import { searchRows } from './search.ts';
import { openShop, type Shop, timeOfGet } from './shop.ts';
import { timeStarts } from './start-time.ts';
import { markdownTable, type Row, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'init,crowd,peers,search' },
    orders: { type: 'string', default: '300' },
    samples: { type: 'string', default: '40' },
    start: { type: 'boolean' },
  },
});
const parts = values.only.split(',');
const unknown = parts.filter((part) => !['init', 'crowd', 'peers', 'search', 'count'].includes(part));
if (unknown.length > 0) throw new Error(`unknown part: ${unknown.join(', ')}`);
const orders = Number(values.orders);
const samples = Number(values.samples);
const atOnce = 8;
const buyers = 50;
/** How often the bench asks whether something has ended: the same for the system and its peer. */
const pollMs = { alone: 20, crowd: 250 };

const rows: Row[] = values.start ? [...(await timeStarts()), await timeReload()] : [];
const texts: string[] = [];
if (parts.includes('init')) rows.push(await announced('Cold init', timeColdInit));
if (parts.some((part) => part !== 'init')) {
  const system = await startLocalSystem({ name: 'bench', step: announced });
  try {
    if (parts.some((part) => !['init', 'search'].includes(part))) await measureShop(system);
    // Last, since its index would be part of the memory that the others measure.
    if (parts.includes('search'))
      rows.push(...(await announced('Searches among 200 and 20,000 products', () => searchRows(system, samples))));
  } finally {
    await system.stop();
  }
}
say(`\n${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}`);
if (rows.length > 0) say(`\n${tableOf(rows)}`);
for (const text of texts) say(`\n${text}`);

async function measureShop(system: LocalSystem): Promise<void> {
  const shop = await announced('Open a shop', () => openShop(system));
  if (parts.includes('crowd')) rows.push(...(await crowdRows(system, shop)));
  if (!parts.includes('peers') && !parts.includes('count')) return;
  const peer = await announced('Deploy the bare peers', () => deployBarePeer(system));
  if (parts.includes('peers')) rows.push(...(await peerRows(system, shop, peer)));
  if (parts.includes('count')) texts.push(...(await costs(system, shop, peer)));
}

async function crowdRows(system: LocalSystem, { organizationId, productId }: Shop): Promise<Row[]> {
  const restUrl = system.restUrl();
  const registered = await announced(`Register ${buyers} buyers`, () =>
    registerBuyers(restUrl, { organizationId, productId, count: buyers }),
  );
  await announced('End all Lambda processes', () => coolDown(awsSettings(system.awsEndpoint)));
  const report = await announced(`${buyers} buyers at once`, () => crowd(restUrl, registered));
  if (report.served < buyers) throw new Error(`only ${report.served} of ${buyers} buyers were served`);
  const what = `${buyers} buyers at once on cold functions`;
  return [
    { what: `${what}: all served after`, ours: report.allServedMs / 1000, unit: 's', goal: 60 },
    { what: `${what}: slowest response`, ours: report.slowestMs / 1000, unit: 's' },
    { what: `${what}: 503`, ours: report.unavailable.length, unit: 'responses', goal: 0 },
  ];
}

async function peerRows(system: LocalSystem, shop: Shop, peer: BarePeer): Promise<Row[]> {
  const saga: number[] = [];
  const seen: number[] = [];
  const bareSaga: number[] = [];
  const bareSeen: number[] = [];
  await announced(`${samples} orders, each beside a bare execution`, async () => {
    for (let index = 0; index < samples; index++) {
      const order = await shop.placeAndFollow(`bench-one-${index}`, pollMs.alone);
      seen.push(order.seenMs);
      saga.push(await shop.sagaMs(order.orderId));
      const bare = await peer.runMachine(pollMs.alone);
      bareSaga.push(bare.executionMs);
      bareSeen.push(bare.seenMs);
    }
  });

  const read: number[] = [];
  const bareRead: number[] = [];
  const path = `/api/v1/inventory/${shop.productId}`;
  await announced(`${samples * 5} reads, each beside a bare one`, async () => {
    for (let index = 0; index < samples * 5; index++) {
      read.push(await timeOfGet(system.restUrl(), path, shop.token));
      bareRead.push(await timeOfGet(system.restUrl(), peer.path, shop.token));
    }
  });

  const { orderId } = await shop.placeAndFollow('bench-details', pollMs.alone);
  const plain: number[] = [];
  const details: number[] = [];
  await announced(`${samples * 5} reads of an order, each beside its details`, async () => {
    for (let index = 0; index < samples * 5; index++) {
      plain.push(await timeOfGet(system.restUrl(), `/api/v1/orders/${orderId}`, shop.token));
      details.push(await timeOfGet(system.restUrl(), `/api/v1/orders/${orderId}/details`, shop.token));
    }
  });

  const bareTotalMs = await announced(`${orders} bare executions, ${atOnce} at once`, () => timed(() => manyBare(peer)));
  const totalMs = await announced(`${orders} orders, ${atOnce} at once, until all are audited`, () =>
    timed(() => manyOrders(shop)),
  );
  const peak = memoryOfChildren();
  const idle = await announced('Idle for 70 s, so that surplus processes end', () => sleep(70_000).then(memoryOfChildren));

  const p50 = (times: readonly number[]) => percentile(times, 0.5);
  const many = `${orders} orders at concurrency ${atOnce}, all ended and audited`;
  return [
    { what: 'saga execution, p50', ours: p50(saga), peer: p50(bareSaga), unit: 'ms', goal: 1.5 },
    { what: 'order placed → confirmed as the client sees it, p50', ours: p50(seen), peer: p50(bareSeen), unit: 'ms', goal: 1.8 },
    { what: many, ours: totalMs, peer: bareTotalMs, unit: 'ms', goal: 3.5 },
    { what: 'order details, p50 / order, p50', ours: p50(details), peer: p50(plain), unit: 'ms', goal: 2 },
    { what: 'REST read, p50', ours: p50(read), peer: p50(bareRead), unit: 'ms', goal: 1.15 },
    {
      what: `memory right after ${orders} orders and as many bare executions (PSS of ${peak.processes} processes)`,
      ours: peak.megabytes,
      unit: 'MB',
    },
    { what: `memory a minute later (PSS of ${idle.processes} processes)`, ours: idle.megabytes, unit: 'MB', goal: 1500 },
  ];
}

/** The cost of one order by function, then the processor time of many orders and of as many bare executions. */
async function costs(system: LocalSystem, shop: Shop, peer: BarePeer): Promise<string[]> {
  const one = await announced('Count what one order costs', () => orderCost(system, shop, 10));
  const cpuOf = async (work: () => Promise<unknown>) => {
    const before = await cpuUse(system.awsEndpoint);
    const ms = await timed(work);
    return { ms, use: cpuBetween(before, await cpuUse(system.awsEndpoint)) };
  };
  await announced('Warm up', () => manyOrders(shop, 50));
  const bare = await announced(`${orders} bare executions`, () => cpuOf(() => manyBare(peer)));
  const ours = await announced(`${orders} orders`, () => cpuOf(() => manyOrders(shop)));
  const table = ({ use }: { use: readonly [string, number][] }) =>
    markdownTable(
      ['processor time by', 's', `ms for each of ${orders}`],
      [
        ...use.filter(([, seconds]) => seconds >= 0.05),
        ['**all**', use.reduce((sum, [, seconds]) => sum + seconds, 0)] as const,
      ].map(([label, seconds]) => [label, seconds.toFixed(1), ((seconds * 1000) / orders).toFixed(1)]),
    );
  return [
    one,
    `${orders} orders at concurrency ${atOnce}: ${(ours.ms / 1000).toFixed(1)} s\n\n${table(ours)}`,
    `${orders} bare executions: ${(bare.ms / 1000).toFixed(1)} s\n\n${table(bare)}`,
  ];
}

function manyBare(peer: BarePeer): Promise<unknown> {
  return inTurns(Array.from({ length: orders }), atOnce, () => peer.runMachine(pollMs.crowd));
}

async function manyOrders(shop: Shop, count = orders): Promise<void> {
  const run = Date.now().toString(36);
  const place = (_: unknown, index: number) => shop.placeAndEnd(`bench-many-${run}-${index}`, pollMs.crowd);
  await shop.untilAudited(await inTurns(Array.from({ length: count }), atOnce, place));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function announced<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  process.stderr.write(`${title} … `);
  const result = await work();
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return result;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
