import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { grpcLines } from '../../local/demo/grpc-lines.ts';
import { outputsOf } from '../../local/demo/outputs-file.ts';
import { type DemoMarket, seedMarket } from '../../local/demo/seed.ts';

const root = join(import.meta.dirname, '..', '..');

/** What somebody pastes into a shell in the clone's folder while a world runs. */
describe('the lines to paste', () => {
  const world = inject('world');
  const folder = mkdtempSync(join(tmpdir(), 'lonja-docs-'));
  let market: DemoMarket;
  beforeAll(async () => {
    market = await seedMarket(world.restUrl);
    mkdirSync(join(folder, '.local'));
    writeFileSync(join(folder, '.local', 'outputs.json'), JSON.stringify(outputsOf(world, market)));
    for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function paste(lines: readonly string[], cwd: string): Promise<string> {
    const script = ['-euo', 'pipefail', '-c', lines.join('\n')];
    return (await promisify(execFile)('bash', script, { cwd, timeout: 90_000 })).stdout;
  }

  it('of docs/grpc.md work; those in blocks marked `sh` wait for somebody', async () => {
    const blocks = readFileSync(join(root, 'docs', 'grpc.md'), 'utf8').matchAll(/^```bash\n(.*?)^```$/gms);
    const printed = await paste(
      [...blocks].map(([, block = '']) => block),
      folder,
    );
    for (const told of [
      'lonja.inventory.v1.InventoryService/Sync',
      '"isValid": true',
      '"errorMessage"',
      '"localName": "Almazara',
      '"inventory:adjust"',
      '"allAvailable": true',
      '"applied": 1',
      '"repeated": 1',
      'REJECTION_REASON_UNKNOWN_PRODUCT',
      '"acknowledgement"',
      '"SERVING"',
      'grpc_requests_total{',
    ]) {
      expect(printed).toContain(told);
    }
  });

  it('that `npm start` prints work', async () => {
    const lines = grpcLines(world, market);
    const [watching = '', ...calls] = lines.filter((line) => /^(TOKEN=|npx )/.test(line)).reverse();
    expect(watching).toContain('WatchStock');
    expect(calls).toHaveLength(3);
    const printed = await paste(calls.reverse(), root);
    expect(printed).toContain('"localName": "Almazara');
    expect(printed).toContain('"allAvailable": true');
  });
});
