import { createServer } from 'node:net';
import { type sendUnaryData, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { ValidateLocalResponse, VerifyTokenResponse } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { freePort, pep, portOf, startStubAuth, verifiedPep } from '../../../tests/kit/stub-auth.ts';
import { connectAuth } from './auth-client.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const question = { userId: 'pep', organizationId: 'olivar', localId: 'mill', token: 'token' };

const open: (() => unknown)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

async function serve(methods: Parameters<typeof startStubAuth>[0], port = 0): Promise<number> {
  const stub = await startStubAuth(methods, { port });
  open.push(stub.stop);
  return stub.port;
}

/** A client whose REST twin is out; the twin is asked only when gRPC gave no answer. */
function connectTo(target: string) {
  const client = connectAuth({ target, twinUrl: 'http://127.0.0.1:9/api/v1', random: () => 0.5, pause: async () => {} });
  open.push(() => client.close());
  return client;
}
const connect = (port: number) => connectTo(`127.0.0.1:${port}`);

describe('an answer of Auth', () => {
  it('names the user of a token', async () => {
    const client = connect(await serve({ verifyToken: (_, callback) => callback(null, pep) }));
    expect(await client.verifyToken('token', trace)).toEqual(verifiedPep);
  });

  it('may be a denial, which is a value and not a fault', async () => {
    const port = await serve({
      verifyToken: (_, callback) => callback(null, VerifyTokenResponse.fromPartial({ errorMessage: 'expired' })),
      validateLocal: (_, callback) => callback(null, ValidateLocalResponse.fromPartial({ errorMessage: 'not-assigned' })),
    });
    const client = connect(port);
    expect(await client.verifyToken('token', trace)).toEqual({ isValid: false, reason: 'expired' });
    expect(await client.validateLocal(question, trace)).toEqual({ isValid: false, reason: 'not-assigned' });
  });

  it('names the shop', async () => {
    const answer = { isValid: true, localName: 'The Mill', errorMessage: '' };
    const client = connect(await serve({ validateLocal: (_, callback) => callback(null, answer) }));
    expect(await client.validateLocal(question, trace)).toEqual({ isValid: true, localName: 'The Mill' });
  });
});

describe('a call', () => {
  it('carries correlation, trace and deadline', async () => {
    const seen: unknown[] = [];
    const client = connect(
      await serve({
        verifyToken: (call, callback) => {
          const remainingMs = Number(call.getDeadline()) - Date.now();
          seen.push(
            call.metadata.get('x-correlation-id'),
            call.metadata.get('traceparent'),
            remainingMs > 0 && remainingMs <= 500,
          );
          callback(null, pep);
        },
      }),
    );
    await client.verifyToken('token', trace);
    expect(seen).toEqual([[trace.correlationId], [trace.traceparent], true]);
  });

  it('is repeated once after a transient fault', async () => {
    let calls = 0;
    const client = connect(
      await serve({
        verifyToken: (_, callback) =>
          ++calls === 1 ? callback({ code: status.UNAVAILABLE, details: 'away' }) : callback(null, pep),
      }),
    );
    expect(await client.verifyToken('token', trace)).toMatchObject({ isValid: true });
    expect(calls).toBe(2);
  });

  it('is not repeated after a permanent fault, and never a second time', async () => {
    let calls = 0;
    let code: status = status.INTERNAL;
    const client = connect(await serve({ verifyToken: (_, callback) => callback({ code, details: `call ${++calls}` }) }));
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(calls).toBe(1);
    code = status.UNAVAILABLE;
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(calls).toBe(3);
  });

  it.each([status.UNAUTHENTICATED, status.PERMISSION_DENIED, status.UNIMPLEMENTED, status.RESOURCE_EXHAUSTED])(
    'that fails with status %i is not a denial',
    async (code) => {
      const client = connect(await serve({ verifyToken: (_, callback) => callback({ code, details: 'no' }) }));
      await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    },
  );
});

describe('an outage', () => {
  it('of a server that is down is reported within 1.2 s', async () => {
    const client = connect(await freePort());
    const startedAt = performance.now();
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(1200);
  });

  it('of a server that does not answer is reported within 1.2 s', async () => {
    const client = connect(await serve({ verifyToken: () => {} }));
    const startedAt = performance.now();
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(1200);
  });

  it('of a network that drops everything is reported within 1.2 s', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push(() => silent.close());
    const client = connect(portOf(silent.address()));
    const startedAt = performance.now();
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(1200);
  });

  it('ends with the next call once the server is back', async () => {
    const port = await freePort();
    const client = connect(port);
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    await serve({ verifyToken: (_, callback) => callback(null, pep) }, port);
    await expect
      .poll(() => client.verifyToken('token', trace).catch(() => undefined), { timeout: 4000 })
      .toMatchObject({ isValid: true });
  });

  it('of a name without an address is an outage too', async () => {
    const client = connectTo('no-such-host.invalid:50051');
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
  });
});

describe('connect', () => {
  it('connects and makes a first call, about no token of anybody', async () => {
    const seen: string[] = [];
    const refused = VerifyTokenResponse.fromPartial({ errorMessage: 'malformed' });
    const client = connect(
      await serve({
        verifyToken({ request }, callback) {
          seen.push(request.token);
          callback(null, request.token === 'token' ? pep : refused);
        },
      }),
    );
    await client.connect();
    expect(await client.verifyToken('token', trace)).toEqual(verifiedPep);
    expect(seen).toEqual(['none', 'token']);
  });

  it('fails at once when nothing listens, and after 3 seconds when nothing answers', async () => {
    await expect(connect(await freePort()).connect()).rejects.toThrow('no connection to Auth: TRANSIENT_FAILURE');
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push(() => silent.close());
    const startedAtMs = performance.now();
    await expect(connect(portOf(silent.address())).connect()).rejects.toThrow();
    const tookMs = performance.now() - startedAtMs;
    expect([tookMs > 2900, tookMs < 4000]).toEqual([true, true]);
  });

  it('fails when the certificates cannot be read', async () => {
    const client = connectAuth({
      target: '127.0.0.1:9',
      twinUrl: 'http://127.0.0.1:9/api/v1',
      certificates: () => Promise.reject(new Error('out of reach')),
    });
    open.push(() => client.close());
    await expect(client.connect()).rejects.toThrow('out of reach');
  });
});

describe('two replicas', () => {
  const answering = { verifyToken: (_: unknown, callback: sendUnaryData<VerifyTokenResponse>) => callback(null, pep) };

  it('share the calls, and when one is killed no caller sees an error', async () => {
    let atFirst = 0;
    const first = await startStubAuth({
      verifyToken(_, callback) {
        atFirst++;
        setTimeout(() => callback(null, pep), 2);
      },
    });
    const second = await startStubAuth(answering);
    open.push(first.stop, second.stop);
    const client = connectTo(`ipv4:127.0.0.1:${first.port},127.0.0.1:${second.port}`);
    const call = async () => expect(await client.verifyToken('token', trace)).toEqual(verifiedPep);
    for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 20 }, call));
    expect(atFirst).toBeGreaterThan(100);
    expect(atFirst).toBeLessThan(300);

    const inFlight = Array.from({ length: 50 }, call);
    setTimeout(first.stop, 1);
    await Promise.all(inFlight);
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 20 }, call));
  });
});
