import { createHash } from 'node:crypto';
import { APIGatewayClient, UpdateUsagePlanCommand } from '@aws-sdk/client-api-gateway';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { settings, tables } from '../../kit/aws.ts';
import { type Market, openMarket } from '../../kit/market.ts';
import { callOnce, type RestAnswer, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';
import { consumerFunction, tableOf, variableOf } from '../../kit/system.ts';

const gateway = new APIGatewayClient(settings);

/** Changes what a plan allows for every key on it, or sets it back to what the stage says. */
async function limitPartners(limits: { rate: number; burst: number; perDay: number }) {
  const usagePlanId = variableOf(await consumerFunction('auth'), 'PARTNER_PLAN_ID');
  const values = { '/throttle/rateLimit': limits.rate, '/throttle/burstLimit': limits.burst, '/quota/limit': limits.perDay };
  const patchOperations = Object.entries(values).map(([path, value]) => ({ op: 'replace' as const, path, value: String(value) }));
  await gateway.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }));
}

const usual = { rate: 20, burst: 40, perDay: 100_000 };
afterEach(() => limitPartners(usual));

/** A partner's key, once API Gateway counts by it. */
async function partnerOf({ admin }: Market, name: string) {
  const { body } = await succeed('POST /partners/keys', { token: admin.token, body: { name } });
  const { keyId, secret } = body;
  const Key = { pk: `METER#KEY#${createHash('sha256').update(secret).digest('base64url')}`, sk: 'METER' };
  const TableName = await tableOf('auth');
  await eventually(
    `the key of ${name} to be ready`,
    async () => (await tables.send(new GetCommand({ TableName, Key }))).Item?.readyAt,
  );
  const get = () => callOnce('GET /locals', { token: admin.token, headers: { 'x-api-key': secret } });
  return { keyId, secret, get };
}

const many = <Result>(count: number, run: () => Promise<Result>) => Promise.all(Array.from({ length: count }, run));
const refused = (answers: RestAnswer[]) => answers.filter(({ status }) => status === 429);

describe('a partner’s key', () => {
  it('is counted by its own rate and quota, and its burst leaves everybody else alone', async () => {
    const [market, other] = [await openMarket(), await openMarket()];
    const [first, second] = [await partnerOf(market, 'Recetas'), await partnerOf(market, 'Cestas')];
    await limitPartners({ rate: 1, burst: 5, perDay: 100_000 });
    expect((await first.get()).status).toBe(200);
    const burst = refused(await many(15, first.get));
    expect(burst.length).toBeGreaterThan(0);
    for (const answer of burst) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(Number(answer.headers.get('retry-after'))).toBe(1);
    }
    // The other partner of the organization, the organization itself, and another one.
    expect((await second.get()).status).toBe(200);
    const without = (one: Market) => callOnce('GET /locals', { token: one.admin.token });
    expect(refused(await many(10, () => without(market)))).toEqual([]);
    expect(refused(await many(10, () => without(other)))).toEqual([]);
    // Who waits for as long as it says goes on.
    await eventually('the partner to go on', async () => (await first.get()).status === 200);
    await expectSound(market);
  });

  it('above the quota is told the time until midnight UTC, and counts no more once it is revoked', async () => {
    const market = await openMarket();
    const partner = await partnerOf(market, 'Recetas');
    await limitPartners({ rate: 1000, burst: 1000, perDay: 3 });
    for (let request = 1; request <= 3; request++) expect((await partner.get()).status).toBe(200);
    const answer = await partner.get();
    expect(answer.status).toBe(429);
    expect(answer.body).toMatchObject({ type: expect.stringMatching(/too-many-requests$/) });
    const untilMidnight = (86_400_000 - (Date.now() % 86_400_000)) / 1000;
    expect(Math.abs(Number(answer.headers.get('retry-after')) - untilMidnight)).toBeLessThan(30);

    const { keyId } = partner;
    await succeed('DELETE /partners/keys/{keyId}', { token: market.admin.token, params: { keyId } });
    // The very next request counts as one of the organization.
    expect((await partner.get()).status).toBe(200);
    await expectSound(market);
  });

  it('alone authenticates nobody, and one of another organization counts as none', async () => {
    const [market, other] = [await openMarket(), await openMarket()];
    const partner = await partnerOf(market, 'Recetas');
    expect((await callOnce('GET /locals', { headers: { 'x-api-key': partner.secret } })).status).toBe(401);
    await limitPartners({ rate: 1000, burst: 1000, perDay: 1 });
    const foreign = () => callOnce('GET /locals', { token: other.admin.token, headers: { 'x-api-key': partner.secret } });
    expect(refused(await many(5, foreign))).toEqual([]);
  });
});
