import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domains } from '../functions/domains.ts';
import { entryFile, lambdasOf } from '../functions/shared/domain.ts';
import { bundle, bundleEntries, bundleFolder } from './bundle.ts';
import { providerEntries } from './payment-provider.ts';

const root = join(import.meta.dirname, '..');

describe('bundle', () => {
  it('finds by place what exports a handler, and nothing else', () => {
    const handlers = globSync('functions/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).filter((file) =>
      /^export const (\{ )?handler\b/m.test(readFileSync(join(root, file), 'utf8')),
    );
    const entries = bundleEntries();
    expect(entries.filter((entry) => !entry.startsWith('grpc-'))).toEqual(handlers.sort());
    expect(entries.filter((entry) => entry.startsWith('grpc-'))).toEqual(['grpc-auth/main.ts', 'grpc-inventory/main.ts']);
  });

  it('finds exactly the Lambdas that the domains declare, besides those of the platform', () => {
    const declared = domains.flatMap((domain) => lambdasOf(domain).map((lambda) => entryFile(domain, lambda)));
    const found = bundleEntries().filter((entry) => /^functions\/(?!platform\/)/.test(entry));
    expect(found).toEqual(declared.sort());
  });

  it('keeps the SDK out of what answers preflight requests, since a page waits for them', async () => {
    await bundle();
    const text = readFileSync(join(root, bundleFolder('functions/platform/gateway/unrouted.ts'), 'index.mjs'), 'utf8');
    expect(text).not.toMatch(/aws-sdk|smithy/);
    expect(text.length).toBeLessThan(64 * 1024);
  });

  it('has the Stripe package only where a stage with Stripe uses the provider', async () => {
    await bundle({ withStripe: true });
    const textOf = (entry: string, withStripe: boolean) =>
      readFileSync(join(root, bundleFolder(entry, { withStripe }), 'index.mjs'), 'utf8');
    const lambdas = bundleEntries().filter((entry) => entry.startsWith('functions/'));
    for (const entry of lambdas) expect(textOf(entry, false), entry).not.toContain('api.stripe.com');
    for (const entry of providerEntries()) {
      expect(textOf(entry, true), entry).toContain('api.stripe.com');
      expect(textOf(entry, true), entry).not.toContain('PAYMENT_PROVIDER_URL');
    }
  });

  it('makes a folder for each entry, with the Dockerfile for each gRPC service', async () => {
    const entries = await bundle();
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
