import { X509Certificate } from 'node:crypto';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { handler } from '../../functions/platform/certificates/jobs/issue.ts';
import { certificatesOf } from '../../functions/shared/auth/certificate-source.ts';
import { emulatorCredentials, emulatorRegion } from '../../local/emulator/aws-settings.ts';
import { runJob } from '../kit/invoke.ts';

const endpoint = inject('world').awsEndpoint;
const secrets = new SecretsManagerClient({ endpoint, region: emulatorRegion, credentials: emulatorCredentials });

/** A secret as CloudFormation makes it. */
async function newSecret(name: string): Promise<string> {
  const { ARN } = await secrets.send(
    new CreateSecretCommand({ Name: `${name}-${crypto.randomUUID()}`, SecretString: '{"unused":"x"}' }),
  );
  if (ARN === undefined) throw new Error('a secret without an ARN');
  return ARN;
}

async function textOf(SecretId: string): Promise<string> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  return SecretString ?? '';
}

describe('the certificate issuer', () => {
  let authority: string;
  let auth: string;
  let callers: string;

  beforeAll(async () => {
    [authority, auth, callers] = await Promise.all([newSecret('authority'), newSecret('auth'), newSecret('callers')]);
    vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
    vi.stubEnv('AWS_REGION', emulatorRegion);
    vi.stubEnv('AWS_ACCESS_KEY_ID', emulatorCredentials.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', emulatorCredentials.secretAccessKey);
    vi.stubEnv('AUTHORITY_SECRET_ARN', authority);
    const certificates = [
      { name: 'auth', secretArn: auth, dnsNames: ['auth.grpc.lonja.internal'], usages: ['server'] },
      { name: 'callers', secretArn: callers, dnsNames: [], usages: ['client'] },
    ];
    vi.stubEnv('CERTIFICATES', JSON.stringify(certificates));
  });
  afterAll(() => vi.unstubAllEnvs());

  it('leaves in the secrets what services and callers read, and changes nothing the next day', async () => {
    const first = await runJob(handler, '2026-11-01T03:00:00.000Z');
    expect(first).toEqual({ wanted: 2, issued: 2, steps: 1 });
    const [server, client] = [certificatesOf(await textOf(auth)), certificatesOf(await textOf(callers))];
    const issuer = new X509Certificate(client.authorities);
    expect(new X509Certificate(server.certificate).verify(issuer.publicKey)).toBe(true);
    expect(new X509Certificate(server.certificate).checkHost('auth.grpc.lonja.internal')).toBe('auth.grpc.lonja.internal');
    expect(new X509Certificate(client.certificate).verify(new X509Certificate(server.authorities).publicKey)).toBe(true);
    expect(await runJob(handler, '2026-11-02T03:00:00.000Z')).toEqual({ wanted: 2, issued: 0, steps: 0 });
    expect(certificatesOf(await textOf(auth))).toEqual(server);
  });

  it('makes no new authority out of one that it cannot read, and tells nobody what it read', async () => {
    await secrets.send(new PutSecretValueCommand({ SecretId: authority, SecretString: '-----BEGIN PRIVATE KEY-----' }));
    const refusal = await runJob(handler, '2026-11-03T03:00:00.000Z').catch((thrown: unknown) => String(thrown));
    expect(refusal).toMatch(/holds no JSON object/);
    expect(refusal).not.toContain('PRIVATE');
    expect(await textOf(authority)).toBe('-----BEGIN PRIVATE KEY-----');
  });
});
