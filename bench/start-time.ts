import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from './run-in.ts';
import type { Row } from './table.ts';

/** Times `npm start -- --once` on a fresh clone of the committed state, with nothing cached by the project, and once more warm. */
export async function timeStarts(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lonja-fresh-'));
  try {
    await runIn(process.cwd(), 'git', ['clone', '--quiet', '--local', process.cwd(), folder]);
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
  await runIn(folder, 'npm', ['start', '--', '--once']);
  return (performance.now() - startedAt) / 1000;
}
