/**
 * Runs every check of the project, one after the other: `npm test`. `--only checks|unit|template|e2e` runs a part of them.
 * It ends with the totals, as `N passed, N failed`, and exits 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTotals, type Totals, totalsOfReport } from './totals.ts';

type Step = { name: string; part: 'checks' | 'unit' | 'template' | 'e2e'; command: string[]; cure: string };

const vitest = (project: string): string[] => ['vitest', 'run', '--project', project];
const steps: Step[] = [
  { name: 'types', part: 'checks', command: ['tsc', '-p', '.'], cure: 'fix the types' },
  { name: 'lint and format', part: 'checks', command: ['biome', 'check', '.'], cure: 'run `npm run format` and fix the rest' },
  {
    name: 'import rules',
    part: 'checks',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', '.'],
    cure: 'imports go one way: see docs/architecture.md',
  },
  { name: 'dead code', part: 'checks', command: ['knip'], cure: 'delete what nothing uses' },
  {
    name: 'generated code',
    part: 'checks',
    command: ['node', 'contracts/generate.ts', '--check'],
    cure: 'run `npm run generate` and commit',
  },
  { name: 'protos', part: 'checks', command: ['buf', 'lint'], cure: 'fix protos/' },
  {
    name: 'protos, compared with the released ones',
    part: 'checks',
    command: ['buf', 'breaking', '--against', 'protos/released.binpb'],
    cure: 'only add to protos/: see docs/grpc.md',
  },
  {
    name: 'contracts, compared with the released ones',
    part: 'checks',
    command: ['node', 'contracts/compatibility/check.ts'],
    cure: 'make a new version beside the old one: see docs/changing-an-event.md',
  },
  { name: 'unit tests', part: 'unit', command: vitest('unit'), cure: 'fix the code or the test' },
  { name: 'template tests', part: 'template', command: vitest('template'), cure: 'fix infra/' },
  { name: 'end-to-end tests', part: 'e2e', command: vitest('e2e'), cure: 'see the log of the emulator named above' },
];

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const chosen = steps.filter(({ part }) => only === undefined || part === only);
if (chosen.length === 0) fail(`--only takes one of: ${[...new Set(steps.map(({ part }) => part))].join(', ')}`);

const reports = await mkdtemp(join(tmpdir(), 'lonja-tests-'));
let totals: Totals = { passed: 0, failed: 0 };
try {
  for (const [index, step] of chosen.entries()) {
    say(`\n[${index + 1}/${chosen.length}] ${step.name}`);
    const startedAt = performance.now();
    const result = await run(step, join(reports, `${index}.json`));
    totals = addTotals(totals, result);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(result.failed === 0 ? `ok    ${step.name} (${seconds} s)` : `FAILED ${step.name} (${seconds} s): ${step.cure}`);
  }
} finally {
  await rm(reports, { recursive: true, force: true });
}
say(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** A check counts as one, a run of tests as many as it has. */
async function run({ part, command }: Step, reportFile: string): Promise<Totals> {
  const isTests = part !== 'checks';
  const reporters = isTests ? ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`] : [];
  const code = await exitCodeOf([...command, ...reporters]);
  if (!isTests) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return totalsOfReport(await readFile(reportFile, 'utf8').catch(() => ''), code);
}

function exitCodeOf([program = '', ...args]: string[]): Promise<number> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
