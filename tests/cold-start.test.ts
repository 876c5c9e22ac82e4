import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ServerCredentials } from '@grpc/grpc-js';
import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { domains } from '../functions/domains.ts';
import { issueCertificate, makeAuthority } from '../functions/platform/certificates/model/x509.ts';
import { type Capability, entryFile, lambdasOf } from '../functions/shared/domain.ts';
import { lambdaContext } from './kit/lambda-context.ts';
import { newCause } from './kit/rest-request.ts';
import { freePort, pep, startStubAuth, startStubTwin, type TwinAnswer } from './kit/stub-auth.ts';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from './kit/stub-aws.ts';

const serverName = 'auth.grpc.lonja.internal';
const now = new Date().toISOString();
const authority = await makeAuthority({ now, days: 2 });
const certificate = (name: string, usage: 'client' | 'server') =>
  issueCertificate({ authority, name, dnsNames: usage === 'server' ? [name] : [], usages: [usage], now, days: 1 });
const caller = JSON.stringify({ ...(await certificate('caller', 'client')), authorities: authority.certificate });
const service = await certificate(serverName, 'server');

const open: (() => unknown)[] = [];
beforeEach(() => {
  // A process that has just started: each import below loads the modules anew.
  vi.resetModules();
  settings({ POWERTOOLS_LOG_LEVEL: 'SILENT' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const close of open.splice(0).reverse()) close();
});

function settings(values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
}

async function secretsManager(read: () => string | Promise<string>): Promise<StubAws> {
  const aws = await startStubAws({ GetSecretValue: async () => ({ SecretString: await read() }) });
  open.push(aws.stop);
  settings(awsSettings(aws));
  return aws;
}

/** Auth over mutual TLS, as it is deployed, on this port. */
async function startAuth(port: number) {
  const pair = { private_key: Buffer.from(service.key), cert_chain: Buffer.from(service.certificate) };
  const tls = ServerCredentials.createSsl(Buffer.from(authority.certificate), [pair], true);
  const auth = await startStubAuth({ verifyToken: (_, callback) => callback(null, pep) }, { port, tls });
  open.push(auth.stop);
  return auth;
}

/** What the deployment tells the authorizer. Its twin is out unless the test says otherwise. */
async function placeAuthorizer(port: number, twinAnswer: () => TwinAnswer = () => ({ status: 503 })) {
  const twin = await startStubTwin(twinAnswer);
  open.push(twin.stop);
  settings({
    AUTH_GRPC_TARGET: `127.0.0.1:${port}`,
    AUTH_TLS_SECRET_ARN: 'arn:caller',
    AUTH_TLS_SERVER_NAME: serverName,
    AUTH_TWIN_URL: twin.url,
    SHARED_METER_KEY: 'newOrganizationsOfStagetest',
  });
  // Not one of the verifications that go to the twin anyway.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  return twin;
}

const request = {
  type: 'REQUEST',
  methodArn: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/GET/api/v1/locals',
  headers: { Authorization: 'Bearer token' },
  requestContext: { requestId: '6f1c2d3e-0000-4000-8000-000000000001' },
} as unknown as APIGatewayRequestAuthorizerEvent;

/** Starts an authorizer and returns a function that asks it: what its policy says, and after how long. */
async function startAuthorizer() {
  const { handler } = await import('../functions/auth/authorizer.ts');
  return async () => {
    const startedAtMs = performance.now();
    const { policyDocument } = await handler(request, { ...lambdaContext(), cause: newCause() });
    const [statement] = policyDocument.Statement;
    return { effect: statement?.Effect, tookMs: performance.now() - startedAtMs };
  };
}

describe('an authorizer that has just started', () => {
  it('has read its certificates and connected before the first request, however slow that was', async () => {
    const { port } = await startAuth(0);
    const aws = await secretsManager(() => setTimeout(1200, caller));
    const twin = await placeAuthorizer(port);
    const startedAtMs = performance.now();
    const ask = await startAuthorizer();
    expect(performance.now() - startedAtMs).toBeGreaterThan(1200);
    const { effect, tookMs } = await ask();
    expect(effect).toBe('Allow');
    expect(tookMs).toBeLessThan(300);
    expect([aws.asked.length, twin.seen.length]).toEqual([1, 0]);
  });

  it('starts all the same when its certificates cannot be read, and reads them with the next request', async () => {
    const { port } = await startAuth(0);
    let isOut = true;
    const aws = await secretsManager(() => {
      if (isOut) throw new AwsRefusal('AccessDeniedException');
      return caller;
    });
    const twin = await placeAuthorizer(port);
    const ask = await startAuthorizer();
    expect((await ask()).effect).toBe('Deny');
    isOut = false;
    const { effect, tookMs } = await ask();
    expect([effect, tookMs < 1000]).toEqual(['Allow', true]);
    expect(twin.seen).toHaveLength(1);
    await ask();
    // Once while it initialized, with both attempts of the first request, with the second request, and not again.
    expect(aws.asked).toHaveLength(4);
  });

  it('spends no more than its time on certificates that are still slow', async () => {
    const { port } = await startAuth(0);
    let delayMs = 0;
    await secretsManager(async () => {
      await setTimeout(delayMs);
      if (delayMs === 0) throw new AwsRefusal('AccessDeniedException');
      return caller;
    });
    await placeAuthorizer(port, () => ({ body: pep }));
    const ask = await startAuthorizer();
    delayMs = 700;
    // The second attempt finds them read.
    expect((await ask()).tookMs).toBeLessThan(1100);
    expect(await ask()).toMatchObject({ effect: 'Allow' });
  });

  it('denies while Auth is out, and allows again when it is back', async () => {
    const port = await freePort();
    await secretsManager(() => caller);
    await placeAuthorizer(port);
    const startedAtMs = performance.now();
    const ask = await startAuthorizer();
    expect(performance.now() - startedAtMs).toBeLessThan(3500);
    expect((await ask()).effect).toBe('Deny');
    expect((await ask()).effect).toBe('Deny');
    await startAuth(port);
    await expect.poll(async () => (await ask()).effect, { timeout: 4000 }).toBe('Allow');
  });
});

/** What a Lambda with a capability must have asked AWS for when its module is loaded; undefined where it reads nothing ahead. */
const readAhead: Record<Capability, string | undefined> = {
  'answer-saga': undefined,
  'call-auth': 'GetSecretValue arn:caller',
  'call-carrier': 'GetSecretValue arn:carrier',
  'close-payments': undefined,
  'charge-cards': 'GetSecretValue arn:provider',
  'erase-personal-data': undefined,
  'hold-stock': undefined,
  // The keys of persons are not known before a call.
  'open-personal-data': undefined,
  // A monitor waits for the first answer of a process.
  'check-health': undefined,
  'manage-meters': undefined,
  'place-orders': undefined,
  'read-meters': 'GetItem METER#ORG#none',
  'read-order-details': undefined,
  // Which organization asks is only known from the first request.
  'read-search-snapshots': undefined,
  'register-devices': 'GetSecretValue arn:push',
  'reverse-charges': 'GetSecretValue arn:provider',
  // A job that needs no key before it creates one.
  'rotate-signing-keys': undefined,
  'seal-personal-data': undefined,
  'send-email': undefined,
  'send-push': 'GetSecretValue arn:push',
  'send-sms': undefined,
  'sign-tokens': 'Query KEYS',
  'start-saga': undefined,
  'validate-methods': 'GetSecretValue arn:provider',
  'verify-carrier': 'GetSecretValue arn:carrier',
  'verify-provider': 'GetSecretValue arn:provider',
  'verify-tokens': 'Query KEYS',
  'write-search-snapshots': undefined,
};

/** Every Lambda whose domain declares such a capability, with what it must read. */
const readers = domains.flatMap((domain) =>
  lambdasOf(domain)
    .map((lambda) => ({
      file: entryFile(domain, lambda),
      wanted: (lambda.may ?? []).flatMap((capability) => readAhead[capability] ?? []),
    }))
    .filter(({ wanted }) => wanted.length > 0),
);

describe('a Lambda that reads secrets or keys', () => {
  it.each(readers)('reads them while it initializes: $file', async ({ file, wanted }) => {
    const aws = await startStubAws({ GetSecretValue: () => ({ SecretString: caller }) });
    open.push(aws.stop);
    settings({
      ...awsSettings(aws),
      TABLE_NAME: 'a-table',
      AUTH_GRPC_TARGET: `127.0.0.1:${await freePort()}`,
      AUTH_TWIN_URL: 'http://127.0.0.1:9/api/v1',
      AUTH_TLS_SECRET_ARN: 'arn:caller',
      PAYMENT_PROVIDER_SECRET_ARN: 'arn:provider',
      CARRIER_SECRET_ARN: 'arn:carrier',
      PAYMENT_PROVIDER_URL: 'http://127.0.0.1:9',
      PUSH_SECRET_ARN: 'arn:push',
    });
    await import(join(import.meta.dirname, '..', file));
    const asked = aws.asked.map(({ operation, input }) => `${operation} ${input.SecretId ?? partitionOf(input)}`);
    expect(asked).toEqual(expect.arrayContaining(wanted));
  });
});

/** The partition that a query or a read of DynamoDB is about. */
function partitionOf({ ExpressionAttributeValues, Key }: Record<string, unknown>): string {
  const values: Record<string, { S?: string }> = { ...Object(ExpressionAttributeValues) };
  return values[':pk']?.S ?? Object(Key).pk?.S ?? '';
}
