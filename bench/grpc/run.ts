/**
 * `npm run bench:grpc`: gRPC Auth and live stock beside their limit and their peers, all in one run and interleaved: round by round each
 * case has its turn, so that whatever else the machine does hits all of them. `--seconds 110` is how long rounds are begun, after a quarter of a minute of warming.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ephemeralKey } from '../../tests/kit/ephemeral-key.ts';
import { casesOf } from './cases.ts';
import { Figures } from './figures.ts';
import { hasGhz } from './load/ghz.ts';
import { LoadProcess } from './load/load-process.ts';
import { reportOf } from './report.ts';
import { startServers } from './servers/servers.ts';
import { Tokens } from './tokens.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '110' }, only: { type: 'string' } } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const key = await ephemeralKey();
const servers = await startServers(key.published);
const load = new LoadProcess();
const figures = new Figures();
const loads: number[] = [];
try {
  const withGhz = await hasGhz();
  if (servers.python === undefined)
    say('Python’s gRPC cannot be had here (python3, venv, pip, network): its server is left out.');
  if (!withGhz) say('ghz is not on the PATH: our own load generator alone.');
  const all = casesOf({ servers, load, tokens: new Tokens(key.signer), withGhz });
  const cases = all.filter(({ name }) => values.only === undefined || new RegExp(values.only).test(name));
  // Each server has then compiled what it runs often, and has met every case: the limit is not the coldest of them.
  for (const { name, run } of cases) if (!name.startsWith('watch')) await run();
  for (let round = 0; round < 2; round++)
    for (const { name, run } of cases) if (/^(echo|secure|all cached)/.test(name)) await run();
  const startedAtMs = performance.now();
  for (let round = 0; round < 2 || performance.now() - startedAtMs < Number(values.seconds) * 1000; round++) {
    for (const { name, run } of cases) figures.add(name, await run());
    loads.push(loadavg()[0] ?? 0);
    process.stderr.write(`round ${round}: ${((performance.now() - startedAtMs) / 1000).toFixed(0)} s\n`);
  }
} finally {
  load.stop();
  servers.stop();
}
const range = `${Math.min(...loads).toFixed(0)}–${Math.max(...loads).toFixed(0)}`;
say(`${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}, load ${range}, ${figures.roundCount} rounds\n`);
say(reportOf(figures));

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
