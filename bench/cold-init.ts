import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle, bundleFolder } from '../infra/bundle.ts';
import { percentile } from './percentiles.ts';
import type { Row } from './table.ts';

const samples = 20;
const entry = 'functions/order/rest.ts';

/** Times how much longer Node takes to load the bundle of the order API than to load an empty module: median of 20, interleaved. */
export async function timeColdInit(): Promise<Row> {
  await bundle();
  const folder = await mkdtemp(join(tmpdir(), 'lonja-init-'));
  try {
    const empty = join(folder, 'empty.mjs');
    const loader = join(folder, 'load.mjs');
    await writeFile(empty, '');
    // What a handler leaves open, such as a connection, must not count.
    await writeFile(loader, 'await import(process.argv[2]); process.exit(0);');
    const times: Record<'bundle' | 'empty', number[]> = { bundle: [], empty: [] };
    for (let sample = 0; sample < samples; sample += 1) {
      times.empty.push(await timeOfLoading(loader, empty));
      times.bundle.push(await timeOfLoading(loader, resolve(bundleFolder(entry), 'index.mjs')));
    }
    const [withBundle, bare] = [percentile(times.bundle, 0.5), percentile(times.empty, 0.5)];
    const what = `cold init of ${entry} over bare Node (${Math.round(bare)} ms), median of ${samples}`;
    return { what, ours: withBundle - bare, unit: 'ms', goal: 60 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts Node as the emulator does. */
async function timeOfLoading(loader: string, module: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=1', loader, module], {
    env: { AWS_REGION: 'us-east-1', POWERTOOLS_SERVICE_NAME: 'bench' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((done, reject) => {
    child.on('error', reject);
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`${module} does not load`);
  return performance.now() - startedAt;
}
