import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { loadavg } from 'node:os';
import { copyFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedMarket } from '../local/demo/seed.ts';
import { deployedFunctions } from '../local/deploy/deployed-functions.ts';
import { awsSettings } from '../local/emulator/aws-settings.ts';
import { startWorld } from '../local/world.ts';
import { coolDown } from './cold-start.ts';
import { crowd, registerBuyers } from './crowd.ts';
const n = Number(process.argv[2] ?? 50);
const world = await startWorld({ name: 'crowd' });
try {
  const market = await seedMarket(world.restUrl);
  const buyers = await registerBuyers(world.restUrl, { organizationId: market.organizationId, productId: market.products[0]!.productId, count: n });
  const aws = awsSettings(world.awsEndpoint);
  for (let round = 0; round < Number(process.argv[3] ?? 1); round++) {
  await coolDown(aws);
  await sleep(3000);
  console.log('load', loadavg());
  const t0 = Date.now();
  const report = await crowd(world.restUrl, buyers);
  const { answers, unavailable, refused, ...rest } = report;
  console.log(rest, 'requests', answers.length, '503', unavailable.length, 'refused', refused.length, 'load', loadavg());
  for (const step of ['login','order','read']) {
    const ok = answers.filter(a=>a.step===step&&a.status<300);
    console.log(step, ok.length, 'first', Math.min(...ok.map(a=>a.sentAtMs+a.durationMs)).toFixed(0), 'last', Math.max(...ok.map(a=>a.sentAtMs+a.durationMs)).toFixed(0), 'maxdur', Math.max(...ok.map(a=>a.durationMs)).toFixed(0));
  }
  await sleep(1500);
  const client = new CloudWatchLogsClient(aws);
  const fns = await deployedFunctions(aws);
  const lines: string[] = [];
  for (const f of fns) for await (const { events = [] } of paginateFilterLogEvents({ client, startTime: t0 }, { logGroupName: f.logGroup, startTime: t0 })) for (const e of events) lines.push(JSON.stringify({ entry: f.entry, at: (e.timestamp ?? 0) - t0, message: e.message }));
  writeFileSync(`/tmp/crowd-lines-${round}.jsonl`, lines.join('\n'));
  writeFileSync(`/tmp/crowd-answers-${round}.json`, JSON.stringify(report, null, 1));
  for (const a of [...unavailable, ...refused].slice(0, 8)) {
    console.log('---', a.step, a.status, Math.round(a.sentAtMs), Math.round(a.durationMs), a.problem.slice(0, 200));
    for (const l of lines.filter(l => l.includes(a.correlationId))) { const p = JSON.parse(l); console.log('   ', p.entry, p.at, p.message.slice(0, 900)); }
  }
  copyFileSync(world.folder + '/emulator.log', '/tmp/crowd-emulator.log');
  }
} finally { await world.stop(); }
