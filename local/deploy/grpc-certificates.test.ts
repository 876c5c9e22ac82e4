import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GrpcCertificates, makeGrpcCertificates } from './grpc-certificates.ts';

describe('makeGrpcCertificates', () => {
  const parent = mkdtempSync(join(tmpdir(), 'lonja-grpc-'));
  const folder = join(parent, 'certificates');
  let made: GrpcCertificates;
  beforeAll(async () => {
    made = await makeGrpcCertificates(folder, new Date().toISOString());
  });
  afterAll(() => rmSync(parent, { recursive: true }));
  const read = (file: string) => new X509Certificate(readFileSync(file));

  it('signs all certificates with one authority', () => {
    const authority = read(made.caller.authority);
    for (const { certificate } of Object.values(made)) expect(read(certificate).verify(authority.publicKey)).toBe(true);
  });

  it('names each service, and this machine for tools that call by address', () => {
    expect(read(made.auth.certificate).checkHost('auth.grpc.lonja.internal')).toBeDefined();
    expect(read(made.inventory.certificate).checkHost('auth.grpc.lonja.internal')).toBeUndefined();
    for (const { certificate } of [made.auth, made.inventory]) {
      expect(read(certificate).checkHost('localhost')).toBeDefined();
      expect(read(certificate).checkIP('127.0.0.1')).toBeDefined();
    }
    expect(read(made.caller.certificate).checkHost('localhost')).toBeUndefined();
  });

  it('protects private keys, and keeps none of the authority', () => {
    for (const { key } of Object.values(made)) expect(statSync(key).mode & 0o777).toBe(0o600);
    const named = ['auth', 'caller', 'inventory'].flatMap((name) => [`${name}-key.pem`, `${name}.pem`]);
    expect(readdirSync(folder).sort()).toEqual([...named, 'ca.pem'].sort());
  });
});
