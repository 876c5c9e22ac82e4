import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../local/process/eventually.ts';
import { percentile } from './percentiles.ts';
import { runIn } from './run-in.ts';
import type { Row } from './table.ts';

const edits = 5;
const edited = 'functions/inventory/rest/get-stock.ts';

/** Times `npm run dev` in a clone, from saving a handler until the new code responds: the median of five edits. */
export async function timeReload(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'lonja-reload-'));
  await runIn(process.cwd(), 'git', ['clone', '--quiet', '--local', process.cwd(), folder]);
  const child = spawn('npm', ['run', 'dev'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  try {
    const get = await readerOf(folder);
    const times: number[] = [];
    for (let edit = 1; edit <= edits; edit++) times.push(await timeOfEdit(folder, `edit-${edit}`, get));
    return {
      what: '`npm run dev`: save → next call runs the new code',
      ours: percentile(times, 0.5) / 1000,
      unit: 's',
      goal: 1.5,
    };
  } finally {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until the clone's system is up, and returns a call that reads a product's stock. */
async function readerOf(folder: string): Promise<() => Promise<Response>> {
  const text = await eventually('the outputs of npm run dev', () => readFile(join(folder, '.local/outputs.json'), 'utf8'), {
    withinMs: 180_000,
    everyMs: 200,
  });
  const { restUrl, demo } = JSON.parse(text);
  const [user] = demo.users;
  const login = await fetch(`${restUrl}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ organizationId: demo.organizationId, email: user.email, password: user.password }),
  });
  const { accessToken } = JSON.parse(await login.text());
  return () =>
    fetch(`${restUrl}/api/v1/inventory/${demo.products[0].productId}`, { headers: { Authorization: `Bearer ${accessToken}` } });
}

async function timeOfEdit(folder: string, mark: string, get: () => Promise<Response>): Promise<number> {
  const file = join(folder, edited);
  const source = await readFile(file, 'utf8');
  const changed = source.replace(/\{ ETag: .* \}/, `{ ETag: '"${mark}"' }`);
  if (changed === source) throw new Error(`${edited} has no ETag to edit any more: choose another line`);
  await writeFile(file, changed);
  const savedAt = performance.now();
  await eventually(`the code of ${mark}`, async () => (await get()).headers.get('etag') === `"${mark}"`, { everyMs: 20 });
  return performance.now() - savedAt;
}

/** Ends it by Ctrl-C, as a developer does. */
async function ended(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.on('close', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  await closed;
}
