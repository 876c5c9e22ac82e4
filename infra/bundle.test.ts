import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consumers } from '../events-schemas/topology.ts';
import { bundle, bundleEntries, bundleFolder } from './bundle.ts';

describe('bundle', () => {
  it('finds every handler by what it exports', () => {
    const entries = bundleEntries();
    for (const { entry } of Object.values(consumers)) expect(entries).toContain(entry);
    expect(entries.filter((entry) => entry.endsWith('.test.ts'))).toEqual([]);
  });

  it('makes one folder an entry, each gRPC service with its Dockerfile', async () => {
    const entries = await bundle();
    const root = join(import.meta.dirname, '..');
    for (const entry of entries.filter((found) => found.startsWith('functions/')))
      expect(existsSync(join(root, bundleFolder(entry), 'index.mjs')), entry).toBe(true);
    for (const service of ['grpc-auth', 'grpc-inventory']) {
      expect(existsSync(join(root, 'dist', service, 'index.mjs')), service).toBe(true);
      expect(existsSync(join(root, 'dist', service, 'Dockerfile')), service).toBe(true);
      for (const proto of ['health/v1/health.proto', 'grpc/reflection/v1/reflection.proto'])
        expect(existsSync(join(root, 'dist', service, 'proto', proto)), service).toBe(true);
    }
  });
});
