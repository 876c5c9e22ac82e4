import { setTimeout as pause } from 'node:timers/promises';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { type AuthReplica, startAuthReplica } from '../kit/auth-replica.ts';
import { lambda } from '../kit/aws.ts';
import { lineTo } from '../kit/cut-line.ts';
import { openMarket, type Person } from '../kit/market.ts';
import { call, newIdempotencyKey, succeed } from '../kit/rest.ts';
import { functionOf } from '../kit/system.ts';

const replicas: AuthReplica[] = [];
beforeAll(async () => {
  replicas.push(...(await Promise.all([startAuthReplica(), startAuthReplica()])));
});
afterAll(() => Promise.all(replicas.map((replica) => replica.stop())));

/** How long until every replica refuses the token, asked all the time; fails when one still takes it later than that. */
async function msUntil(token: string, holds: (answer: Awaited<ReturnType<AuthReplica['verify']>>) => boolean): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    replicas.map(async ({ verify }) => {
      while (!holds(await verify(token))) {
        if (performance.now() - startedAt > 5000) throw new Error('a replica did not hear of it in 5 seconds');
        await pause(5);
      }
    }),
  );
  return performance.now() - startedAt;
}

/** The API asks a replica of its own, which may hear of it a moment after ours. */
const refusedByApi = (token: string) =>
  eventually('the API to refuse the token', async () => (await call('GET /locals', { token })).status === 401, {
    withinMs: 2000,
  });

describe('a change of rights', () => {
  it('shuts a user out of every replica, the twin and the API within a second, and for good', async () => {
    const { admin, buyer } = await openMarket({ products: [] });
    for (const { verify } of replicas) expect(await verify(buyer.token)).toMatchObject({ isValid: true, userId: buyer.userId });
    const params = { userId: buyer.userId };
    const deactivated = await succeed('POST /auth/users/{userId}/deactivate', { token: admin.token, params });
    expect(deactivated.body).toEqual({ userId: buyer.userId, active: false });

    expect(await msUntil(buyer.token, ({ isValid }) => !isValid)).toBeLessThan(1000);
    for (const { verify } of replicas) expect(await verify(buyer.token)).toMatchObject({ errorMessage: 'deactivated' });
    expect((await succeed('GET /auth/verify', { token: buyer.token })).body).toEqual({
      isValid: false,
      errorMessage: 'deactivated',
    });
    await refusedByApi(buyer.token);
    // Who shut them out still works, and may not shut themself out.
    const own = await call('POST /auth/users/{userId}/deactivate', { token: admin.token, params: { userId: admin.userId } });
    expect(own.status).toBe(409);
  });

  it('gives and takes roles within a second, with the token that was there before', async () => {
    const { admin, buyer, localId } = await openMarket({ products: [] });
    const set = (roles: string[], localIds: string[]) =>
      succeed('PUT /auth/users/{userId}/roles', {
        token: admin.token,
        params: { userId: buyer.userId },
        body: { roles, localIds },
      });
    for (const { verify } of replicas) expect((await verify(buyer.token)).permissions).not.toContain('product:write');

    await set(['producer'], [localId]);
    const promoted = await msUntil(buyer.token, (answer) => answer.permissions.includes('product:write'));
    expect(promoted).toBeLessThan(1000);
    expect((await replicas[0]?.verify(buyer.token))?.locals).toEqual([localId]);

    await set([], []);
    expect(await msUntil(buyer.token, ({ permissions }) => permissions.length === 0)).toBeLessThan(1000);
  });
});

describe('two admins who remove each other at the same moment', () => {
  const removals = {
    deactivate: ({ token }: Person, { userId }: Person) =>
      call('POST /auth/users/{userId}/deactivate', { token, params: { userId } }),
    demote: ({ token }: Person, { userId }: Person) =>
      call('PUT /auth/users/{userId}/roles', { token, params: { userId }, body: { roles: ['buyer'], localIds: [] } }),
  };

  it.each([
    { one: removals.deactivate, other: removals.deactivate },
    { one: removals.demote, other: removals.demote },
    { one: removals.demote, other: removals.deactivate },
    { one: removals.deactivate, other: removals.demote },
  ])('leave one who can manage the market: $one.name against $other.name', async ({ one, other }) => {
    const { admin, buyer: second } = await openMarket({ products: [] });
    const promoted = { roles: ['admin'], localIds: [] };
    await succeed('PUT /auth/users/{userId}/roles', { token: admin.token, params: { userId: second.userId }, body: promoted });
    await msUntil(second.token, ({ permissions }) => permissions.includes('auth:manage'));

    const answers = await Promise.all([one(admin, second), other(second, admin)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    // The other one was refused, or could not be identified while its rights changed.
    expect([401, 403, 409, 503]).toContain(statuses.find((status) => status !== 200));
    const winner = statuses[0] === 200 ? admin : second;
    const opened = { token: winner.token, headers: newIdempotencyKey(), body: { name: 'Still managed' } };
    expect(await call('POST /locals', opened)).toMatchObject({ status: 201 });
  });
});

describe('a replica that is cut off from the table', () => {
  it('accepts nobody from memory, reports an outage rather than a denial, and recovers with the connection', async () => {
    const { buyer } = await openMarket({ products: [] });
    const line = await lineTo(inject('world').awsEndpoint);
    const replica = await startAuthReplica({ AWS_ENDPOINT_URL: line.url });
    try {
      expect(await replica.verify(buyer.token)).toMatchObject({ isValid: true });
      expect(await replica.health()).toBe(200);
      line.cut();
      await pause(1000);
      await expect(replica.verify(buyer.token)).rejects.toMatchObject({ code: status.UNAVAILABLE });
      line.restore();
      const answer = await eventually('the replica to see again', () => replica.verify(buyer.token).catch(() => undefined));
      expect(answer).toMatchObject({ isValid: true });
    } finally {
      await replica.stop();
      line.close();
    }
  });

  it('serves nobody when it never saw the table', async () => {
    const replica = await startAuthReplica({ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });
    try {
      expect(await replica.health()).toBe(503);
    } finally {
      await replica.stop();
    }
  });
});

describe('a session', () => {
  it('ends with a logout, for every token of it, within a second', async () => {
    const { email, organizationId, password } = await someone();
    const first = (await succeed('POST /auth/login', { body: { organizationId, email, password } })).body;
    const second = (await succeed('POST /auth/refresh', { body: { refreshToken: first.refreshToken } })).body;
    for (const { verify } of replicas) expect(await verify(second.accessToken)).toMatchObject({ isValid: true });
    expect((await call('POST /auth/logout', { body: { refreshToken: second.refreshToken } })).status).toBe(204);
    expect(await msUntil(second.accessToken, ({ errorMessage }) => errorMessage === 'session-ended')).toBeLessThan(1000);
    for (const { accessToken, refreshToken } of [first, second]) {
      await refusedByApi(accessToken);
      expect((await succeed('GET /auth/verify', { token: accessToken })).body).toMatchObject({ errorMessage: 'session-ended' });
      expect((await call('POST /auth/refresh', { body: { refreshToken } })).status).toBe(401);
    }
    expect((await call('POST /auth/logout', { body: { refreshToken: 'a-token-of-nobody' } })).status).toBe(204);
  });

  it('ends for everybody when a spent refresh token is shown', async () => {
    const { email, organizationId, password } = await someone();
    const { body } = await succeed('POST /auth/login', { body: { organizationId, email, password } });
    const { accessToken } = (await succeed('POST /auth/refresh', { body: { refreshToken: body.refreshToken } })).body;
    expect((await call('POST /auth/refresh', { body: { refreshToken: body.refreshToken } })).status).toBe(401);
    expect(await msUntil(accessToken, ({ isValid }) => !isValid)).toBeLessThan(1000);
  });

  it('is not opened for who guesses: after ten wrong passwords at once, even the right one waits', async () => {
    await longQuarter();
    const { email, organizationId, password } = await someone();
    const guess = (text: string) => call('POST /auth/login', { body: { organizationId, email, password: text } });
    const statuses = await Promise.all(Array.from({ length: 12 }, async (_, index) => (await guess(`wrong ${index}`)).status));
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(statuses).toContain(429);
    const { status, headers } = await guess(password);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is opened by each of fourteen correct logins at once, or a second later', async () => {
    await longQuarter();
    const body = await someone();
    const logIn = () => call('POST /auth/login', { body });
    const answers = await Promise.all(Array.from({ length: 14 }, logIn));
    const refused = answers.filter(({ status }) => status !== 200);
    for (const { status, headers } of refused) expect([status, headers.get('retry-after')]).toEqual([429, '1']);
    await pause(1000);
    for (const _ of refused) expect((await logIn()).status).toBe(200);
  });
});

describe('the signing keys', () => {
  it('are rotated by a job: the next one is published before its turn, and every token stays good', async () => {
    const { admin } = await openMarket({ products: [] });
    const before = (await succeed('GET /.well-known/jwks.json')).body.keys;
    const { name } = await functionOf('functions/auth/jobs/rotate-keys.ts');
    const due = new Date(Date.now() + 31 * 24 * 3600_000).toISOString();
    // Twice: two runs at once make one key.
    const runs = [1, 2].map(() => lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ time: due }) })));
    for (const { FunctionError } of await Promise.all(runs)) expect(FunctionError).toBeUndefined();
    const after = (await succeed('GET /.well-known/jwks.json')).body.keys;
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining([...before]));
    for (const { verify } of replicas) expect(await verify(admin.token)).toMatchObject({ isValid: true });
    expect((await call('GET /locals', { token: admin.token })).status).toBe(200);
  });
});

describe('the twins of gRPC Auth', () => {
  it('say the same as gRPC, and whose shop it is', async () => {
    const { admin, producer, buyer, localId } = await openMarket({ products: [] });
    const [replica] = replicas;
    for (const { token } of [admin, producer, buyer]) {
      const { body } = await succeed('GET /auth/verify', { token });
      expect(await replica?.verify(token)).toMatchObject(body);
    }
    const validate = async (token: string, id: string) =>
      (await succeed('GET /locals/{localId}/validate', { token, params: { localId: id } })).body;
    expect(await validate(producer.token, localId)).toEqual({ isValid: true, localName: 'Quesería El Roble' });
    expect(await validate(buyer.token, localId)).toEqual({ isValid: false, errorMessage: 'not-assigned' });
    expect(await validate(producer.token, buyer.userId)).toEqual({ isValid: false, errorMessage: 'unknown-local' });
    expect((await call('GET /auth/verify')).status).toBe(401);
    expect((await succeed('GET /auth/verify', { token: 'no.such.token' })).body).toEqual({
      isValid: false,
      errorMessage: 'malformed',
    });

    const params = { userId: buyer.userId };
    const rights = await succeed('GET /auth/users/{userId}/permissions', { token: admin.token, params });
    expect(rights.body).toMatchObject({ roles: ['buyer'] });
    expect((await call('GET /auth/users/{userId}/permissions', { token: buyer.token, params })).status).toBe(200);
    const others = { token: buyer.token, params: { userId: producer.userId } };
    expect((await call('GET /auth/users/{userId}/permissions', others)).status).toBe(403);
    expect((await call('GET /auth/users/{userId}/permissions', { params })).status).toBe(401);
  });
});

/** Attempts are counted by the quarter of an hour: waits until one is left that has room for a test. */
async function longQuarter(): Promise<void> {
  const quarterMs = 15 * 60_000;
  const leftMs = quarterMs - (Date.now() % quarterMs);
  if (leftMs < 20_000) await pause(leftMs);
}

/** Somebody who is registered and did not sign in yet. */
async function someone() {
  const password = 'four words are enough';
  const email = `${crypto.randomUUID()}@example.org`;
  const draft = { email, password, name: 'Ane', organization: { name: 'Mercado' } };
  const { body } = await succeed('POST /auth/register', { headers: newIdempotencyKey(), body: draft });
  return { email, password, organizationId: body.organizationId };
}
