import { ValidateLocalRequest } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { inFlights } from './cases.ts';
import type { Figures } from './figures.ts';

/** The tables of a run, as Markdown. */
export function reportOf(figures: Figures): string {
  return [goals(figures), peers(figures), costs(figures), sizes()].filter((text) => text !== '').join('\n\n');
}

function goals(figures: Figures): string {
  const against = (what: string, goal: number, name: string, other: string) =>
    figures.has(name) && figures.has(other) ? [ratioLine(figures, what, goal, name, other)] : [];
  const most = (what: string, goalMs: number, name: string, which: 'p50' | 'p90', beside: string) =>
    figures.has(name) ? [latencyLine(figures, what, goalMs, name, which, beside)] : [];
  return [
    '| what | goal | by rate | by the server’s processor time | by rate |',
    '|---|---|---|---|---|',
    ...inFlights.flatMap((inFlight) => [
      ...against(`VerifyToken / echo, all cached, ${inFlight} in flight`, 0.93, `all cached ${inFlight}`, `echo ${inFlight}`),
      ...against(`the same, 90 % cached`, 0.75, `90 % cached ${inFlight}`, `echo ${inFlight}`),
      ...against(`the same, none cached`, 0.3, `none cached ${inFlight}`, `echo ${inFlight}`),
    ]),
    ...most('p50 at 16 in flight, 90 % cached', 0.5, '90 % cached 16', 'p50', 'echo 16'),
    ...most('p90 at 16 in flight, 90 % cached', 0.6, '90 % cached 16', 'p90', 'echo 16'),
    ...most('p90 in bursts of 8,000 req/s, 90 % cached', 5, '90 % cached burst', 'p90', 'echo burst'),
    ...inFlights.flatMap((inFlight) => [
      ...against(`mTLS / plaintext, ${inFlight} in flight`, 0.9, `secure ${inFlight}`, `all cached ${inFlight}`),
    ]),
    ...watched(figures),
  ].join('\n');
}

function ratioLine(figures: Figures, what: string, goal: number, name: string, other: string): string {
  const ratio = figures.rateRatio(name, other);
  const byCpu = figures.cpuRatio(name, other)?.toFixed(2) ?? '';
  return `| ${what} | ≥ ${goal.toFixed(2)} | **${ratio.toFixed(2)}** | ${byCpu} | ${verdict(ratio >= goal)} |`;
}

function latencyLine(figures: Figures, what: string, goalMs: number, name: string, which: 'p50' | 'p90', beside: string): string {
  const ms = figures.latencyMs(name, which);
  const echoMs = figures.has(beside) ? `, echo ${figures.latencyMs(beside, which).toFixed(2)} ms` : '';
  return `| ${what} | ≤ ${goalMs} ms | **${ms.toFixed(2)} ms**${echoMs} | | ${verdict(ms <= goalMs)} |`;
}

const watchGoal = 400_000;

function watched(figures: Figures): string[] {
  return [100, 1].flatMap((atATime) => {
    const name = (what: string) => `watch ${atATime}: ${what}`;
    if (!figures.has(name('values'))) return [];
    const line = (what: 'values' | 'messages') => {
      const rate = figures.rate(name(what));
      const cpu = figures.cpuMicroseconds(name(what));
      const perCore = cpu === undefined ? '' : `${thousands(1e6 / cpu)} a core-second`;
      return `| WatchStock to 100, ${atATime} changes at a time: ${what}/s | ≥ ${thousands(watchGoal)} | **${thousands(rate)}** | ${perCore} | ${verdict(rate >= watchGoal)} |`;
    };
    const fanOut = figures.rateRatio(name('values'), name('published'));
    return [
      line('values'),
      line('messages'),
      `| values that arrived for each that was encoded | 100 | ${fanOut.toFixed(1)} | | |`,
    ];
  });
}

function peers(figures: Figures): string {
  const lines = inFlights.flatMap((inFlight) =>
    [
      ['REST over HTTP/1.1 / gRPC, all cached', `REST all cached ${inFlight}`, `all cached ${inFlight}`],
      ['REST over HTTP/1.1 / echo', `REST all cached ${inFlight}`, `echo ${inFlight}`],
      ['REST over HTTP/1.1 / gRPC, none cached', `REST none cached ${inFlight}`, `none cached ${inFlight}`],
      ['ValidateLocal: ours / Python grpc.aio', `ValidateLocal ${inFlight}`, `Python ValidateLocal ${inFlight}`],
    ].map(([what = '', name = '', other = '']) => ({ what: `${what}, ${inFlight} in flight`, name, other })),
  );
  lines.push({ what: 'VerifyToken / echo by ghz, all cached, 16 in flight', name: 'ghz all cached', other: 'ghz echo' });
  const known = lines.filter(({ name, other }) => figures.has(name) && figures.has(other));
  return [
    '| peers | by rate | by processor time |',
    '|---|---|---|',
    ...known.map(
      ({ what, name, other }) =>
        `| ${what} | ${figures.rateRatio(name, other).toFixed(2)} | ${figures.cpuRatio(name, other)?.toFixed(2) ?? ''} |`,
    ),
  ].join('\n');
}

function costs(figures: Figures): string {
  const names = inFlights.flatMap((inFlight) =>
    [
      'echo',
      'all cached',
      '90 % cached',
      'none cached',
      'secure',
      'REST all cached',
      'ValidateLocal',
      'Python ValidateLocal',
    ].map((what) => `${what} ${inFlight}`),
  );
  return [
    '| case | calls/s | server µs a call | load generator µs a call | p50 ms | p90 ms | p99 ms |',
    '|---|---|---|---|---|---|---|',
    ...[...names, 'echo burst', '90 % cached burst']
      .filter((name) => figures.has(name))
      .map((name) => {
        const [p50, p90, p99] = (['p50', 'p90', 'p99'] as const).map((which) => figures.latencyMs(name, which).toFixed(2));
        const cpu = figures.cpuMicroseconds(name)?.toFixed(0) ?? '';
        const loadCpu = figures.cpuMicroseconds(name, 'loadCpuSeconds')?.toFixed(0) ?? '';
        return `| ${name} | ${thousands(figures.rate(name))} | ${cpu} | ${loadCpu} | ${p50} | ${p90} | ${p99} |`;
      }),
  ].join('\n');
}

/** The message of document 2 of docs/coverage.md. */
function sizes(): string {
  const ids = {
    userId: '550e8400-e29b-41d4-a716-446655440000',
    organizationId: '660e8400-e29b-41d4-a716-446655440001',
    localId: '770e8400-e29b-41d4-a716-446655440002',
  };
  const protobuf = ValidateLocalRequest.encode(ids).finish().length;
  const json = JSON.stringify({ user_id: ids.userId, organization_id: ids.organizationId, local_id: ids.localId }).length;
  return `Three UUIDs as strings: ${protobuf} bytes of Protobuf, ${json} of JSON (${Math.round(100 * (1 - protobuf / json))} % less).`;
}

const verdict = (isMet: boolean) => (isMet ? 'met' : 'not met');
const thousands = (value: number) => Math.round(value).toLocaleString('en');
