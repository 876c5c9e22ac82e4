import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { certificateSource, certificatesOf } from './certificate-source.ts';

const pem = (what: string) => `-----BEGIN ${what}-----\nAAAA\n-----END ${what}-----\n`;
const certificates = { certificate: pem('CERTIFICATE'), key: pem('PRIVATE KEY'), authorities: pem('CERTIFICATE') };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lonja-certificates-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('certificateSource', () => {
  it('reads the three files each time', async () => {
    const files = { CERT: 'certificate', KEY: 'key', CA: 'authorities' } as const;
    for (const [name, field] of Object.entries(files)) {
      await writeFile(join(folder, name), certificates[field]);
      vi.stubEnv(`AUTH_TLS_${name}_FILE`, join(folder, name));
    }
    const source = certificateSource('AUTH_TLS');
    expect(await source?.()).toEqual(certificates);
    await writeFile(join(folder, 'CERT'), 'another');
    expect(await source?.()).toEqual({ ...certificates, certificate: 'another' });
  });

  it('is undefined only where plaintext is asked for explicitly', () => {
    vi.stubEnv('AUTH_TLS', 'off');
    expect(certificateSource('AUTH_TLS')).toBeUndefined();
    vi.stubEnv('AUTH_TLS', 'no');
    expect(() => certificateSource('AUTH_TLS')).toThrow('neither mutual nor off');
    vi.stubEnv('AUTH_TLS', undefined);
    expect(() => certificateSource('AUTH_TLS')).toThrow('AUTH_TLS_CERT_FILE is not set');
  });
});

describe('certificatesOf', () => {
  it('reads a secret, and ignores its other fields', () => {
    expect(certificatesOf(JSON.stringify({ ...certificates, issuedAt: '2026-11-02T09:00:00Z' }))).toEqual(certificates);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"certificate":"x"}',
    JSON.stringify({ ...certificates, authorities: [] }),
    `{"key":"${'k'.repeat(9)}`,
  ])('refuses %j without quoting it', (text) => {
    expect(() => certificatesOf(text)).toThrow(/^the secret does not hold certificate, key and authorities as PEM texts$/);
  });
});
