import { createServer } from 'node:net';
import { type handleUnaryCall, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  AuthServiceService,
  type ValidateLocalRequest,
  ValidateLocalResponse,
  type VerifyTokenRequest,
  VerifyTokenResponse,
} from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { connectAuth } from './auth-client.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const question = { userId: 'pep', organizationId: 'olivar', localId: 'mill' };
const unused = () => {
  throw new Error('not called in this test');
};

const open: (() => unknown)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

type Methods = {
  verifyToken?: handleUnaryCall<VerifyTokenRequest, VerifyTokenResponse>;
  validateLocal?: handleUnaryCall<ValidateLocalRequest, ValidateLocalResponse>;
};

/** A real server whose methods answer as the test says. */
async function serve({ verifyToken = unused, validateLocal = unused }: Methods, port = 0): Promise<number> {
  const server = new Server();
  server.addService(AuthServiceService, { verifyToken, validateLocal, getUserPermissions: unused });
  open.push(() => server.forceShutdown());
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
}

function connect(port: number) {
  const client = connectAuth(`127.0.0.1:${port}`);
  open.push(() => client.close());
  return client;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

const valid = VerifyTokenResponse.fromPartial({
  isValid: true,
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:write'],
  locals: ['mill'],
  active: true,
});

describe('an answer of Auth', () => {
  it('says who calls', async () => {
    const client = connect(await serve({ verifyToken: (_, callback) => callback(null, valid) }));
    expect(await client.verifyToken('token', trace)).toEqual({
      isValid: true,
      userId: 'pep',
      organizationId: 'olivar',
      permissions: ['product:write'],
      localIds: ['mill'],
    });
  });

  it('may be a denial, which is a value and no fault', async () => {
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
          callback(null, valid);
        },
      }),
    );
    await client.verifyToken('token', trace);
    expect(seen).toEqual([[trace.correlationId], [trace.traceparent], true]);
  });

  it('is made once more after a fault that may be over', async () => {
    let calls = 0;
    const client = connect(
      await serve({
        verifyToken: (_, callback) =>
          ++calls === 1 ? callback({ code: status.UNAVAILABLE, details: 'away' }) : callback(null, valid),
      }),
    );
    expect(await client.verifyToken('token', trace)).toMatchObject({ isValid: true });
    expect(calls).toBe(2);
  });

  it('is not made again after a fault that lasts, and not a third time', async () => {
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
    'that fails with status %i denies nobody anything',
    async (code) => {
      const client = connect(await serve({ verifyToken: (_, callback) => callback({ code, details: 'no' }) }));
      await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    },
  );
});

describe('an outage', () => {
  it('of a server that is down is told within 1.2 s', async () => {
    const client = connect(await freePort());
    const startedAt = performance.now();
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(1200);
  });

  it('of a server that says nothing is told within 1.2 s', async () => {
    const client = connect(await serve({ verifyToken: () => {} }));
    const startedAt = performance.now();
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(1200);
  });

  it('of a network that swallows everything is told within 1.2 s', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push(() => silent.close());
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
    const client = connect(address.port);
    const startedAt = performance.now();
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(1200);
  });

  it('ends with the next call once the server is back', async () => {
    const port = await freePort();
    const client = connect(port);
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
    await serve({ verifyToken: (_, callback) => callback(null, valid) }, port);
    await expect
      .poll(() => client.verifyToken('token', trace).catch(() => undefined), { timeout: 4000 })
      .toMatchObject({ isValid: true });
  });

  it('of a name that stands for no address is an outage too', async () => {
    const client = connectAuth('no-such-host.invalid:50051');
    open.push(() => client.close());
    await expect(client.verifyToken('token', trace)).rejects.toThrow(AuthUnavailableError);
  });
});
