import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Client, credentials, Metadata, makeGenericClientConstructor, type ServiceError, status } from '@grpc/grpc-js';
import { service as healthService } from 'grpc-health-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Local } from '../functions/auth/model/local.ts';
import { signAccessToken } from '../functions/auth/model/tokens/token.ts';
import type { User } from '../functions/auth/model/user.ts';
import { AuthServiceClient } from '../generated/grpc/lonja/auth/v1/auth.ts';
import { Health } from '../grpc-shared/server/health.ts';
import { type GrpcServer, startGrpcServer } from '../grpc-shared/server/server.ts';
import { ephemeralKey } from '../tests/kit/ephemeral-key.ts';
import { authService } from './auth-service.ts';
import type { AuthReaders } from './readers.ts';

const issuer = 'https://lonja.dev/test';
const at = '2026-11-01T08:00:00.000Z';
const key = await ephemeralKey();
const organizationId = '0197a000-0000-7000-8000-0000000000aa';
const otherOrganizationId = '0197a000-0000-7000-8000-0000000000ab';
const mill: Local = {
  localId: '0197a000-0000-7000-8000-000000000010',
  organizationId,
  name: 'The Mill',
  status: 'open',
  createdAt: at,
  version: 1,
};
const pep: User = {
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId,
  email: 'pep@olivar.example',
  verified: false,
  name: 'Pep',
  roles: ['producer'],
  localIds: [mill.localId],
  active: true,
  sessionGeneration: 0,
  registeredAt: at,
  version: 1,
};
const left: User = { ...pep, userId: '0197a000-0000-7000-8000-000000000002', active: false };

const readers: AuthReaders = {
  listKeys: async () => [key.published],
  isSessionOver: async () => false,
  readChanges: async () => [],
  findUser: async (organization, userId) =>
    [pep, left].find((user) => user.organizationId === organization && user.userId === userId),
  findLocal: async (organization, localId) =>
    mill.organizationId === organization && mill.localId === localId ? mill : undefined,
};
const out = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1:8000'));

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

async function start(
  over: Partial<AuthReaders> = {},
  reflection = true,
): Promise<{ server: GrpcServer; client: AuthServiceClient }> {
  const health = new Health();
  const service = authService({ issuer, readers: { ...readers, ...over }, health });
  await service.feed.start();
  const server = await startGrpcServer({ host: '127.0.0.1', port: 0, health, services: [service], reflection });
  open.push({ close: () => server.drain(100) }, { close: () => service.feed.stop() });
  return { server, client: kept(new AuthServiceClient(`127.0.0.1:${server.port}`, credentials.createInsecure())) };
}

function kept<Kept extends Client>(client: Kept): Kept {
  open.push(client);
  return client;
}

type Answered<Response> = (error: ServiceError | null, response: Response) => void;
const call = <Response>(send: (answered: Answered<Response>) => unknown) =>
  new Promise<Response>((resolve, reject) => {
    send((error, response) => (error ? reject(error) : resolve(response)));
  });

const tokenOf = (user: User, issuedAt = new Date().toISOString()) =>
  signAccessToken(
    { userId: user.userId, organizationId: user.organizationId, tokenId: organizationId, issuedAt, issuer },
    key.signer,
  );

describe('VerifyToken', () => {
  it('says whose token it is and what they may do', async () => {
    const { client } = await start();
    const token = await tokenOf(pep);
    const answer = await call((answered) => client.verifyToken({ token }, answered));
    expect(answer).toMatchObject({ isValid: true, userId: pep.userId, organizationId, locals: [mill.localId], active: true });
    expect(answer).toMatchObject({ permissions: expect.arrayContaining(['product:write']), errorMessage: '' });
  });

  it('takes a right away with the next call, whatever the token', async () => {
    let user = pep;
    const { client } = await start({ findUser: async () => user });
    const token = await tokenOf(pep);
    user = { ...pep, roles: ['buyer'], localIds: [] };
    const answer = await call((answered) => client.verifyToken({ token }, answered));
    expect(answer).toMatchObject({ isValid: true, permissions: expect.not.arrayContaining(['product:write']), locals: [] });
  });

  it.each([
    ['a deactivated user', () => tokenOf(left), 'deactivated'],
    ['a user who is gone', () => tokenOf({ ...pep, userId: organizationId }), 'unknown-user'],
    ['a user of another organization', () => tokenOf({ ...pep, organizationId: otherOrganizationId }), 'unknown-user'],
    ['an old token', () => tokenOf(pep, at), 'expired'],
    ['a token signed by somebody else', async () => signedBySomebodyElse(), 'unknown-key'],
    ['no token', async () => '', 'malformed'],
  ])('denies %s', async (_whom, token, errorMessage) => {
    const { client } = await start();
    const shown = await token();
    const answer = await call((answered) => client.verifyToken({ token: shown }, answered));
    expect(answer).toEqual({
      isValid: false,
      userId: '',
      organizationId: '',
      permissions: [],
      locals: [],
      active: false,
      errorMessage,
    });
  });

  async function signedBySomebodyElse() {
    const { signer } = await ephemeralKey();
    const claims = { userId: pep.userId, organizationId, tokenId: organizationId, issuedAt: new Date().toISOString(), issuer };
    return signAccessToken(claims, signer);
  }

  it.each([
    ['the keys', { listKeys: out }],
    ['the users', { findUser: out }],
  ])('is UNAVAILABLE when %s are out of reach: that denies nobody anything', async (_what, over: Partial<AuthReaders>) => {
    const { client } = await start(over);
    const token = await tokenOf(pep);
    const fault = call((answered) => client.verifyToken({ token }, answered));
    await expect(fault).rejects.toMatchObject({ code: status.UNAVAILABLE, details: 'the auth table is out of reach' });
  });

  it('says nothing of what went wrong inside', async () => {
    const corrupt = { ...key.published, x: 'not a coordinate' };
    const { client } = await start({ listKeys: async () => [corrupt] });
    const token = await tokenOf(pep);
    const fault = call((answered) => client.verifyToken({ token }, answered));
    await expect(fault).rejects.toMatchObject({ code: status.INTERNAL, details: 'internal fault' });
  });

  it('refuses a message that is too large unread', async () => {
    const { client } = await start();
    const fault = call((answered) => client.verifyToken({ token: 'x'.repeat(70_000) }, answered));
    await expect(fault).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
  });

  it('ends with the caller’s deadline', async () => {
    const { client } = await start({ findUser: () => new Promise(() => {}) });
    const token = await tokenOf(pep);
    const startedAt = performance.now();
    const fault = call((answered) => client.verifyToken({ token }, new Metadata(), { deadline: Date.now() + 150 }, answered));
    await expect(fault).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('is UNAVAILABLE after two seconds of a table that says nothing, deadline or none', async () => {
    const { client } = await start({ findUser: () => new Promise(() => {}) });
    const token = await tokenOf(pep);
    const fault = call((answered) => client.verifyToken({ token }, answered));
    await expect(fault).rejects.toMatchObject({ code: status.UNAVAILABLE });
  });
});

describe('ValidateLocal', () => {
  it.each([
    ['lets a producer act for their shop', pep.userId, organizationId, mill.localId, true, 'The Mill'],
    ['knows no shop of another organization', pep.userId, otherOrganizationId, mill.localId, false, ''],
    ['knows no shop that is not there', pep.userId, organizationId, pep.userId, false, ''],
    ['lets nobody in who left', left.userId, organizationId, mill.localId, false, ''],
    ['lets nobody in without an id', '', '', '', false, ''],
    ['knows an id in capitals', pep.userId, organizationId.toUpperCase(), mill.localId, true, 'The Mill'],
  ])('%s', async (_what, userId, organization, localId, isValid, localName) => {
    const { client } = await start();
    const question = { userId, organizationId: organization, localId };
    expect(await call((answered) => client.validateLocal(question, answered))).toMatchObject({ isValid, localName });
  });

  it('is UNAVAILABLE when the table is out of reach', async () => {
    const { client } = await start({ findLocal: out });
    const question = { userId: pep.userId, organizationId, localId: mill.localId };
    const fault = call((answered) => client.validateLocal(question, answered));
    await expect(fault).rejects.toMatchObject({ code: status.UNAVAILABLE });
  });
});

describe('GetUserPermissions', () => {
  it('lists what a user may do, and nothing for who left', async () => {
    const { client } = await start();
    const of = (userId: string) =>
      call<{ permissions: string[] }>((answered) => client.getUserPermissions({ userId, organizationId }, answered));
    expect((await of(pep.userId)).permissions).toContain('product:write');
    expect((await of(left.userId)).permissions).toEqual([]);
  });

  it('knows an id in capitals', async () => {
    const { client } = await start();
    const question = { userId: pep.userId, organizationId: organizationId.toUpperCase() };
    const answer = await call<{ permissions: string[] }>((answered) => client.getUserPermissions(question, answered));
    expect(answer.permissions).toContain('product:write');
  });

  it('does not know a user of another organization', async () => {
    const { client } = await start();
    const question = { userId: pep.userId, organizationId: otherOrganizationId };
    const fault = call((answered) => client.getUserPermissions(question, answered));
    await expect(fault).rejects.toMatchObject({ code: status.NOT_FOUND });
  });
});

/** gRPC's own definition of the health protocol, not ours. */
const HealthClient = makeGenericClientConstructor(healthService, 'Health');

describe('health', () => {
  it.each(['', 'lonja.auth.v1.AuthService'])('serves %j', async (service) => {
    const { server } = await start();
    const client = kept(new HealthClient(`127.0.0.1:${server.port}`, credentials.createInsecure()));
    expect(await call((answered) => client.check?.({ service }, answered))).toEqual({ status: 'SERVING' });
  });

  it('knows no other service', async () => {
    const { server } = await start();
    const client = kept(new HealthClient(`127.0.0.1:${server.port}`, credentials.createInsecure()));
    const fault = call((answered) => client.check?.({ service: 'lonja.other' }, answered));
    await expect(fault).rejects.toMatchObject({ code: status.NOT_FOUND });
  });
});

describe('reflection', () => {
  const buf = async (...args: string[]) => {
    const binary = join(import.meta.dirname, '..', 'node_modules', '.bin', 'buf');
    const { stdout } = await promisify(execFile)(binary, ['curl', '--protocol', 'grpc', '--http2-prior-knowledge', ...args]);
    return stdout;
  };

  it('lets a client that knows no proto list and call the methods', async () => {
    const { server } = await start();
    const url = `http://127.0.0.1:${server.port}`;
    expect(await buf('--list-methods', url)).toContain('lonja.auth.v1.AuthService/VerifyToken');
    const question = JSON.stringify({ user_id: pep.userId, organization_id: organizationId, local_id: mill.localId });
    const answer = await buf('--data', question, `${url}/lonja.auth.v1.AuthService/ValidateLocal`);
    expect(JSON.parse(answer)).toEqual({ isValid: true, localName: 'The Mill' });
  });

  it('can be off', async () => {
    const { server } = await start({}, false);
    await expect(buf('--list-methods', `http://127.0.0.1:${server.port}`)).rejects.toThrow();
  });
});

describe('drain', () => {
  it('says NOT_SERVING, finishes what is in flight and takes no more', async () => {
    const gate = Promise.withResolvers<User>();
    const reached = Promise.withResolvers<void>();
    const findUser = () => {
      reached.resolve();
      return gate.promise;
    };
    const { server, client } = await start({ findUser });
    const health = kept(new HealthClient(`127.0.0.1:${server.port}`, credentials.createInsecure()));
    const seen: unknown[] = [];
    const watch = health.watch?.({ service: '' }).on('data', (update: unknown) => seen.push(update));
    await new Promise((resolve) => watch?.once('data', resolve));
    const token = await tokenOf(pep);
    const inFlight = call((answered) => client.verifyToken({ token }, answered));
    await reached.promise;

    let drained = false;
    const drain = server.drain(5000).then(() => {
      drained = true;
    });
    await new Promise((resolve) => watch?.once('end', resolve));
    expect(seen).toEqual([{ status: 'SERVING' }, { status: 'NOT_SERVING' }]);
    expect(drained).toBe(false);

    gate.resolve(pep);
    expect(await inFlight).toMatchObject({ isValid: true });
    await drain;
    const late = kept(new AuthServiceClient(`127.0.0.1:${server.port}`, credentials.createInsecure()));
    await expect(call((answered) => late.verifyToken({ token }, answered))).rejects.toMatchObject({ code: status.UNAVAILABLE });
  });

  it('does not wait for ever', async () => {
    const reached = Promise.withResolvers<void>();
    const findUser = () => {
      reached.resolve();
      return new Promise<User>(() => {});
    };
    const { server, client } = await start({ findUser });
    const token = await tokenOf(pep);
    call((answered) => client.verifyToken({ token }, answered)).catch(() => {});
    await reached.promise;
    const startedAt = performance.now();
    await server.drain(100);
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });
});
