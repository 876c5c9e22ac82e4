import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ValidateLocalResponse, VerifyTokenResponse } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { freePort, pep, startStubAuth, startStubTwin, type TwinAnswer, verifiedPep } from '../../../tests/kit/stub-auth.ts';
import { connectAuth } from './auth-client.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const question = { userId: 'pep', organizationId: 'olivar', localId: 'mill', token: 'peps-token' };

const open: (() => unknown)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

type Grpc = 'answers' | 'denies' | 'away' | 'refuses' | 'silent';
type WorldSettings = { twin?: (path: string) => TwinAnswer; random?: () => number };

/** Auth over gRPC and as REST twin, and a client of both. The test may change what gRPC does at any time. */
async function world({ twin: answer = () => ({ body: pep }), random = () => 0.5 }: WorldSettings = {}) {
  const grpc: { does: Grpc; calls: number } = { does: 'answers', calls: 0 };
  const pauses: number[] = [];
  const auth = await startStubAuth({
    verifyToken(_, callback) {
      grpc.calls++;
      if (grpc.does === 'answers') callback(null, pep);
      if (grpc.does === 'denies') callback(null, VerifyTokenResponse.fromPartial({ errorMessage: 'expired' }));
      if (grpc.does === 'away') callback({ code: status.UNAVAILABLE, details: 'away' });
      if (grpc.does === 'refuses') callback({ code: status.PERMISSION_DENIED, details: 'no' });
    },
    validateLocal(_, callback) {
      grpc.calls++;
      if (grpc.does === 'answers') callback(null, ValidateLocalResponse.fromPartial({ isValid: true, localName: 'The Mill' }));
      if (grpc.does === 'away') callback({ code: status.UNAVAILABLE, details: 'away' });
    },
  });
  const twin = await startStubTwin(({ url = '' }) => answer(url));
  const client = connectAuth({
    target: `127.0.0.1:${auth.port}`,
    twinUrl: twin.url,
    random,
    pause: async (ms) => pauses.push(ms),
  });
  open.push(auth.stop, twin.stop, () => client.close());
  return { grpc, twin, client, pauses, verify: () => client.verifyToken('peps-token', trace) };
}

describe('while gRPC is out', () => {
  it('the twin answers, asked with token, correlation and trace', async () => {
    const { grpc, twin, verify } = await world();
    grpc.does = 'away';
    expect(await verify()).toEqual(verifiedPep);
    expect(twin.seen.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', '/api/v1/auth/verify', 'Bearer peps-token'],
    ]);
    expect(twin.seen[0]?.headers).toMatchObject({ 'x-correlation-id': trace.correlationId, traceparent: trace.traceparent });
  });

  it('a denial of the twin is a denial', async () => {
    const { grpc, verify } = await world({ twin: () => ({ body: { isValid: false, errorMessage: 'deactivated' } }) });
    grpc.does = 'away';
    expect(await verify()).toEqual({ isValid: false, reason: 'deactivated' });
  });

  it('the twin names the shop, after three attempts with growing pauses', async () => {
    const { grpc, twin, client, pauses } = await world({ twin: () => ({ body: { isValid: true, localName: 'The Mill' } }) });
    grpc.does = 'away';
    expect(await client.validateLocal(question, trace)).toEqual({ isValid: true, localName: 'The Mill' });
    expect(twin.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/api/v1/locals/mill/validate', 'Bearer peps-token'],
    ]);
    expect(grpc.calls).toBe(3);
    const [first = 0, second = 0] = pauses;
    expect([first >= 1000 && first <= 2000, second >= 1000 && second <= 4000, pauses.length]).toEqual([true, true, 2]);
  });

  it('an id cannot lead the twin elsewhere', async () => {
    const { grpc, twin, client } = await world({ twin: () => ({ body: { isValid: false, errorMessage: 'unknown-local' } }) });
    grpc.does = 'away';
    await client.validateLocal({ ...question, localId: '../auth/verify?x=' }, trace);
    expect(twin.seen[0]?.url).toBe('/api/v1/locals/..%2Fauth%2Fverify%3Fx%3D/validate');
  });
});

describe('while gRPC is there', () => {
  it('the twin is not asked, whatever the answer', async () => {
    const { grpc, twin, verify } = await world();
    expect(await verify()).toEqual(verifiedPep);
    grpc.does = 'denies';
    expect(await verify()).toEqual({ isValid: false, reason: 'expired' });
    expect(twin.seen).toEqual([]);
  });

  it('one verification in a hundred goes through the twin', async () => {
    let drawn = 0;
    const { grpc, twin, verify } = await world({ random: () => drawn++ / 1000 });
    for (let call = 0; call < 1000; call++) await verify();
    expect([twin.seen.length, grpc.calls]).toEqual([10, 990]);
  });

  it('and through gRPC when the twin is out', async () => {
    const { grpc, twin, verify } = await world({ random: () => 0, twin: () => ({ status: 502, body: 'bad gateway' }) });
    expect(await verify()).toEqual(verifiedPep);
    expect([twin.seen.length, grpc.calls]).toEqual([1, 1]);
  });

  it('shops are validated over gRPC only', async () => {
    const { twin, client } = await world({ random: () => 0 });
    expect(await client.validateLocal(question, trace)).toEqual({ isValid: true, localName: 'The Mill' });
    expect(twin.seen).toEqual([]);
  });
});

describe('while both are out', () => {
  it.each<[string, TwinAnswer]>([
    ['says 401', { status: 401, body: { isValid: false } }],
    ['says 403', { status: 403, body: {} }],
    ['says 404', { status: 404, body: { isValid: false } }],
    ['says 429', { status: 429, body: {} }],
    ['says 503', { status: 503, body: {} }],
    ['redirects', { status: 302, body: {} }],
    ['says 200 and something else', { body: '<html>welcome</html>' }],
    ['says 200 and nothing', { body: '' }],
    ['says valid of nobody', { body: { isValid: true } }],
    ['says valid of a number', { body: { ...pep, userId: 7 } }],
    ['says too much', { body: { ...pep, permissions: ['x'.repeat(70_000)] } }],
  ])('nobody is let through and nobody is denied, whatever the twin does: it %s', async (_, answer) => {
    const { grpc, verify } = await world({ twin: () => answer });
    grpc.does = 'away';
    await expect(verify()).rejects.toThrow(AuthUnavailableError);
  });

  it('that is reported within an authorizer’s 3 seconds', async () => {
    const { grpc, verify } = await world({ twin: () => 'silence' });
    grpc.does = 'silent';
    const startedAt = performance.now();
    await expect(verify()).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(2900);
  });

  it('a twin that refuses connections is out too, and the causes of both are kept', async () => {
    const client = connectAuth({
      target: `127.0.0.1:${await freePort()}`,
      twinUrl: `http://127.0.0.1:${await freePort()}/api/v1`,
    });
    open.push(() => client.close());
    const thrown = await client.verifyToken('token', trace).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AuthUnavailableError);
    expect(String(thrown)).toMatch(/GrpcFaultError.*TwinFaultError/);
  });
});

describe('the breaker', () => {
  beforeEach(() => {
    // Only the clock is fake; connections and deadlines are real.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-02T09:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

  it('opens after five consecutive faults, lets nothing through for 60 seconds, probes once, and closes when that is answered', async () => {
    const { grpc, twin, verify } = await world();
    grpc.does = 'away';
    for (let call = 0; call < 5; call++) expect(await verify()).toEqual(verifiedPep);
    // Two attempts each.
    expect(grpc.calls).toBe(10);

    passes(59_999);
    expect(await verify()).toEqual(verifiedPep);
    expect([grpc.calls, twin.seen.length]).toEqual([10, 6]);

    passes(1);
    // Still out: one attempt and no second one, and another 60 seconds.
    expect(await verify()).toEqual(verifiedPep);
    expect(grpc.calls).toBe(11);
    passes(59_999);
    await verify();
    expect(grpc.calls).toBe(11);

    passes(1);
    grpc.does = 'answers';
    expect(await verify()).toEqual(verifiedPep);
    expect(await verify()).toEqual(verifiedPep);
    expect([grpc.calls, twin.seen.length]).toEqual([13, 8]);
  });

  it('starts to count again once it has closed', async () => {
    const { grpc, verify } = await world();
    grpc.does = 'away';
    for (let call = 0; call < 5; call++) await verify();
    passes(60_000);
    grpc.does = 'answers';
    await verify();
    grpc.does = 'away';
    for (let call = 0; call < 6; call++) await verify();
    expect(grpc.calls).toBe(10 + 1 + 10);
  });

  it('lets a single call probe, and the twin answers the others meanwhile', async () => {
    const { grpc, twin, verify } = await world();
    grpc.does = 'away';
    for (let call = 0; call < 5; call++) await verify();
    const asked = twin.seen.length;
    passes(60_000);
    grpc.does = 'answers';
    expect(await Promise.all(Array.from({ length: 20 }, verify))).toEqual(Array(20).fill(verifiedPep));
    expect([grpc.calls, twin.seen.length - asked]).toEqual([11, 19]);
  });

  it('stays closed when the faults are not consecutive', async () => {
    const { grpc, verify } = await world();
    for (let round = 0; round < 4; round++) {
      grpc.does = 'away';
      for (let call = 0; call < 4; call++) await verify();
      grpc.does = 'answers';
      await verify();
    }
    expect(grpc.calls).toBe(4 * (8 + 1));
  });

  it('counts neither a denial nor a refused call as a fault', async () => {
    const { grpc, twin, verify } = await world();
    grpc.does = 'denies';
    for (let call = 0; call < 10; call++) expect(await verify()).toMatchObject({ isValid: false });
    grpc.does = 'refuses';
    for (let call = 0; call < 10; call++) expect(await verify()).toEqual(verifiedPep);
    expect([grpc.calls, twin.seen.length]).toEqual([20, 10]);
  });

  it('is open for shops when it is open for tokens, since it is the same service', async () => {
    const { grpc, client, verify } = await world({
      twin: (path) => ({ body: path.includes('locals') ? { isValid: true, localName: 'The Mill' } : pep }),
    });
    grpc.does = 'away';
    for (let call = 0; call < 5; call++) await verify();
    expect(await client.validateLocal(question, trace)).toEqual({ isValid: true, localName: 'The Mill' });
    expect(grpc.calls).toBe(10);
  });

  it('neither allows nor denies when it is open and the twin is out', async () => {
    const { grpc, verify } = await world({ twin: () => ({ status: 500, body: {} }) });
    grpc.does = 'away';
    for (let call = 0; call < 7; call++) await expect(verify()).rejects.toThrow(AuthUnavailableError);
    expect(grpc.calls).toBe(10);
  });
});
