import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './table.ts';

/** Times `npm start -- --once` on a fresh clone of what is committed, with nothing cached by the project, then once more warm. */
export async function timeStarts(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lonja-fresh-'));
  try {
    await run('git', ['clone', '--quiet', '--local', process.cwd(), folder], process.cwd());
    const cold = await secondsOf(folder);
    const warm = await secondsOf(folder);
    return [
      { what: '`npm start -- --once`, fresh clone', ours: cold, unit: 's', goal: 90 },
      { what: '`npm start -- --once`, warm', ours: warm, unit: 's', goal: 25 },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsOf(folder: string): Promise<number> {
  const startedAt = performance.now();
  await run('npm', ['start', '--', '--once'], folder);
  return (performance.now() - startedAt) / 1000;
}

function run(program: string, args: string[], cwd: string): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${code}`))));
  });
}
