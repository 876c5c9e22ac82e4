import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { outputsOf } from '../../local/outputs-file.ts';
import { seedMarket } from '../../local/seed.ts';

const root = join(import.meta.dirname, '..', '..');

/** The session of docs/grpc.md, pasted into a shell in the clone's folder while a world runs. Blocks marked `sh` wait for somebody. */
describe('docs/grpc.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lonja-docs-'));
  beforeAll(async () => {
    const world = inject('world');
    mkdirSync(join(folder, '.local'));
    writeFileSync(join(folder, '.local', 'outputs.json'), JSON.stringify(outputsOf(world, await seedMarket(world.restUrl))));
    for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('works as pasted', async () => {
    const blocks = readFileSync(join(root, 'docs', 'grpc.md'), 'utf8').matchAll(/^```bash\n(.*?)^```$/gms);
    const session = [...blocks].map(([, block]) => block).join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', session], { cwd: folder, timeout: 90_000 });
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
      expect(stdout).toContain(told);
    }
  });
});
