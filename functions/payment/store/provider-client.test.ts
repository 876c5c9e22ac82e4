import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isSignatureOf } from '../../shared/body-signature.ts';
import { ProviderUnavailableError } from '../model/provider.ts';
import { httpProvider } from './provider-client.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const charge = {
  ...{ key: 'order:1', amount: { amountMinor: 1250, currency: 'EUR' }, source: 'tok_ok', callbackUrl: 'http://callback' },
  reference: { organizationId: 'organization', orderId: 'order', attempt: 1 },
};
type Seen = { request: IncomingMessage; body: string };
type Reply = { status: number; body?: object | string } | 'hang up';

/** A provider on a free port that gives these answers in turn, the last one for good. */
async function providerThatAnswers(replies: [Reply, ...Reply[]], withinMs = 30_000) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const reply = replies[Math.min(seen.length, replies.length - 1)] ?? 'hang up';
    seen.push({ request, body: await text(request) });
    if (reply === 'hang up') return void request.socket.destroy();
    const { status, body = {} } = reply;
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const pauses: number[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  const secret = async () => 'secret';
  return { provider: httpProvider({ baseUrl: `http://127.0.0.1:${address.port}`, secret, withinMs, pause }), seen, pauses };
}

describe('charge', () => {
  it('sends the charge signed, with its key and trace', async () => {
    const { provider, seen } = await providerThatAnswers([{ status: 202, body: { chargeId: 'ch_1', status: 'requested' } }]);
    expect(await provider.charge(charge, trace)).toEqual({ outcome: 'requested' });
    const [{ request, body } = {}] = seen;
    const { key, ...sent } = charge;
    expect(JSON.parse(body ?? '')).toEqual(sent);
    expect(request).toMatchObject({ method: 'POST', url: '/charges' });
    expect(request?.headers).toMatchObject({ 'idempotency-key': key, 'x-correlation-id': 'correlation-1' });
    const signature = request?.headers['x-provider-signature'];
    expect(isSignatureOf(body ?? '', String(signature), 'secret', Date.now())).toBe(true);
  });

  it.each([
    [{ status: 409, body: { error: 'voided' } }, { outcome: 'voided' }],
    [
      { status: 409, body: { error: 'idempotency_key_reused' } },
      { outcome: 'refused', reason: 'idempotency_key_reused' },
    ],
    [
      { status: 422, body: { error: 'unknown_source' } },
      { outcome: 'refused', reason: 'unknown_source' },
    ],
    [
      { status: 402, body: 'no JSON' },
      { outcome: 'refused', reason: 'the provider answered 402' },
    ],
  ] as const)('tells a refusal as a value, at once: %j', async (reply, charging) => {
    const { provider, seen } = await providerThatAnswers([reply]);
    expect(await provider.charge(charge, trace)).toEqual(charging);
    expect(seen).toHaveLength(1);
  });

  it('takes a charge that the provider knows already for a requested one, not for a refusal', async () => {
    const { provider } = await providerThatAnswers([{ status: 200, body: { chargeId: 'ch_1', status: 'charged' } }]);
    expect(await provider.charge(charge, trace)).toEqual({ outcome: 'requested' });
  });

  const keyInUse = { status: 409, body: { error: 'idempotency_key_in_use' } };
  it.each([{ status: 503 }, { status: 429 }, { status: 401 }, { status: 404 }, keyInUse, { status: 409 }, 'hang up'] as const)(
    'tries again after %j',
    async (fault) => {
      const { provider, seen, pauses } = await providerThatAnswers([fault, fault, { status: 202 }]);
      expect(await provider.charge(charge, trace)).toEqual({ outcome: 'requested' });
      expect(seen).toHaveLength(3);
      expect(pauses).toHaveLength(2);
      for (const ms of pauses) expect(ms).toSatisfy((pauseMs: number) => pauseMs >= 1000 && pauseMs <= 10_000);
    },
  );

  it('gives up after three tries', async () => {
    const { provider, seen } = await providerThatAnswers([{ status: 503 }]);
    await expect(provider.charge(charge, trace)).rejects.toThrow(ProviderUnavailableError);
    expect(seen).toHaveLength(3);
  });

  it('does not wait beyond the deadline of its caller', async () => {
    const { provider, seen, pauses } = await providerThatAnswers([{ status: 503 }], 900);
    await expect(provider.charge(charge, trace)).rejects.toThrow(ProviderUnavailableError);
    expect([seen.length, pauses.length]).toEqual([1, 0]);
  });
});

describe('cancel', () => {
  it.each(['voided', 'refunded'] as const)('says that the charge is %s', async (status) => {
    const { provider, seen } = await providerThatAnswers([{ status: 200, body: { status } }]);
    expect(await provider.cancel('order:1', trace)).toEqual({ outcome: status });
    expect(seen[0]?.request.url).toBe('/charges/order%3A1/cancel');
    expect(seen[0]?.body).toBe('{"idempotencyKey":"order:1"}');
  });

  it('tells a refusal, and an answer it cannot read, as one', async () => {
    const { provider } = await providerThatAnswers([
      { status: 422, body: { error: 'too_old' } },
      { status: 200, body: { status: 'kept' } },
    ]);
    expect(await provider.cancel('order:1', trace)).toEqual({ outcome: 'refused', reason: 'too_old' });
    expect(await provider.cancel('order:1', trace)).toEqual({ outcome: 'refused', reason: 'the provider answered 200' });
  });
});
