/**
 * `npm run bench`: how fast the system is beside bare peers on the same emulator, in the same run, interleaved. Prints a table of
 * ratios. `--orders 300 --samples 40` set the sizes; `--start` also times
 * `npm start -- --once` on a fresh clone and warm, and the reload of `npm run dev`.
 */
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startWorld } from '../local/world.ts';
import { deployBarePeer } from './bare-peer.ts';
import { concurrently } from './concurrently.ts';
import { memoryOfChildren } from './memory.ts';
import { percentile } from './percentiles.ts';
import { timeReload } from './reload.ts';
import { openShop, timeOfGet } from './shop.ts';
import { timeStarts } from './start-time.ts';
import { type Row, tableOf } from './table.ts';

const { values } = parseArgs({
  options: { orders: { type: 'string', default: '300' }, samples: { type: 'string', default: '40' }, start: { type: 'boolean' } },
});
const orders = Number(values.orders);
const samples = Number(values.samples);
const atOnce = 8;
/** How often whoever waits asks, ours and the peer alike. A crowd asks Step Functions about both, so that the questions cost the same. */
const pollMs = { alone: 20, crowd: 250 };

const rows: Row[] = values.start ? [...(await timeStarts()), await timeReload()] : [];
const world = await startWorld({ name: 'bench', step: announced });
try {
  rows.push(...(await againstPeers()));
} finally {
  await world.stop();
}
say(`\n${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}\n\n${tableOf(rows)}`);

async function againstPeers(): Promise<Row[]> {
  const [peer, shop] = await announced('Deploy the bare peers, open a shop', () =>
    Promise.all([deployBarePeer(world), openShop(world)]),
  );

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
      read.push(await timeOfGet(world, path, shop.token));
      bareRead.push(await timeOfGet(world, peer.path, shop.token));
    }
  });

  const bareTotalMs = await announced(`${orders} bare executions, ${atOnce} at once`, () =>
    timed(() => concurrently(orders, atOnce, () => peer.runMachine(pollMs.crowd))),
  );
  const totalMs = await announced(`${orders} orders, ${atOnce} at once, until all are audited`, () =>
    timed(async () =>
      shop.untilAudited(await concurrently(orders, atOnce, (index) => shop.placeAndEnd(`bench-many-${index}`, pollMs.crowd))),
    ),
  );
  const peak = memoryOfChildren();
  const rest = await announced('Idle for 70 s, so that what is not needed ends', () => pause(70_000).then(memoryOfChildren));

  const p50 = (values: readonly number[]) => percentile(values, 0.5);
  return [
    { what: 'saga execution, p50', ours: p50(saga), peer: p50(bareSaga), unit: 'ms', goal: 1.5 },
    { what: 'order placed → confirmed as the client sees it, p50', ours: p50(seen), peer: p50(bareSeen), unit: 'ms', goal: 3 },
    {
      what: `${orders} orders at concurrency ${atOnce}, all ended and audited`,
      ours: totalMs,
      peer: bareTotalMs,
      unit: 'ms',
      goal: 4,
    },
    { what: 'REST read, p50', ours: p50(read), peer: p50(bareRead), unit: 'ms', goal: 1.3 },
    {
      what: `memory right after ${orders} orders and as many bare executions (PSS of ${peak.processes} processes)`,
      ours: peak.megabytes,
      unit: 'MB',
    },
    { what: `memory a minute later (PSS of ${rest.processes} processes)`, ours: rest.megabytes, unit: 'MB', goal: 1500 },
  ];
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
