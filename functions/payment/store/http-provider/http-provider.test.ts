import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isSignatureOf } from '../../../shared/input/body-signature.ts';
import type { PaymentProvider } from '../../model/provider.ts';
import { httpProvider } from './http-provider.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const charge = {
  ...{ key: 'order:1', amount: { amountMinor: 1250, currency: 'EUR' }, source: 'tok_ok', opened: async () => true },
  callbackUrl: 'http://callback',
  reference: { organizationId: 'organization', orderId: 'order', attempt: 1 },
};
const toCancel = { key: charge.key, reference: charge.reference };
const toRefund = { ...toCancel, chargeId: 'ch_2' };
type Seen = { request: IncomingMessage; body: string };
type Reply = { status: number; body?: object | string } | 'hang up' | 'silence';

/** A provider on a free port that gives these answers in turn, and repeats the last one. */
async function providerThatAnswers(...replies: [Reply, ...Reply[]]) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const reply = replies[Math.min(seen.length, replies.length - 1)] ?? 'hang up';
    seen.push({ request, body: await text(request) });
    if (reply === 'silence') return;
    if (reply === 'hang up') return void request.socket.destroy();
    const { status, body = {} } = reply;
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const secret = async () => 'secret';
  // A busy machine may take long to answer; only silence has to run into the limit.
  const timeoutMs = replies.includes('silence') ? 200 : 10_000;
  return {
    provider: httpProvider({ baseUrl: `http://127.0.0.1:${address.port}`, secret, timeoutMs }),
    seen,
  };
}

describe('charge', () => {
  it('sends the charge signed, with its key and trace', async () => {
    const { provider, seen } = await providerThatAnswers({ status: 202, body: { chargeId: 'ch_1', status: 'requested' } });
    expect(await provider.charge(charge, trace)).toEqual({ outcome: 'requested' });
    const [{ request, body } = {}] = seen;
    const { key, opened: _, ...sent } = charge;
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
  ] as const)('returns a refusal as a value: %j', async (reply, charging) => {
    const { provider, seen } = await providerThatAnswers(reply);
    expect(await provider.charge(charge, trace)).toEqual(charging);
    expect(seen).toHaveLength(1);
  });

  it('takes a charge that the provider knows already for a requested one, not for a refusal', async () => {
    const { provider } = await providerThatAnswers({ status: 200, body: { chargeId: 'ch_1', status: 'charged' } });
    expect(await provider.charge(charge, trace)).toEqual({ outcome: 'requested' });
  });

  const keyInUse = { status: 409, body: { error: 'idempotency_key_in_use' } };
  it.each<[string, Reply]>([
    ['status 503', { status: 503 }],
    ['status 429', { status: 429 }],
    ['status 401', { status: 401 }],
    ['status 404', { status: 404 }],
    ['status 409', keyInUse],
    ['status 409', { status: 409 }],
    ['other side closed', 'hang up'],
    ['timeout', 'silence'],
  ])('takes %s for an outage, tried once', async (fault, reply) => {
    const { provider, seen } = await providerThatAnswers(reply);
    const charging = await provider.charge(charge, trace);
    expect(charging).toMatchObject({ outcome: 'unavailable', reason: expect.stringContaining(fault) });
    expect(seen).toHaveLength(1);
  });

  it('gives a reason that fits into an event, whatever the provider calls it', async () => {
    const reasons: unknown[] = [];
    for (const error of ['🧀'.repeat(300), 'two\nlines', 'a\u0000b', 'half \ud83e', '\uffff', '']) {
      const { provider } = await providerThatAnswers({ status: 402, body: { error } });
      reasons.push(await provider.charge(charge, trace));
    }
    expect(reasons).toEqual(
      ['🧀'.repeat(200), 'two lines', ...Array.from({ length: 4 }, () => 'the provider answered 402')].map((reason) => ({
        outcome: 'refused',
        reason,
      })),
    );
  });
});

describe('cancel', () => {
  it.each(['voided', 'refunded'] as const)('says that the charge is %s', async (status) => {
    const { provider, seen } = await providerThatAnswers({ status: 200, body: { status } });
    expect(await provider.cancel(toCancel, trace)).toEqual({ outcome: status });
    expect(seen[0]?.request.url).toBe('/charges/order%3A1/cancel');
    expect(seen[0]?.body).toBe('{"idempotencyKey":"order:1"}');
  });

  it('takes an answer that it cannot read for a refusal', async () => {
    const { provider } = await providerThatAnswers(
      { status: 422, body: { error: 'too_old' } },
      { status: 200, body: { status: 'kept' } },
    );
    expect(await provider.cancel(toCancel, trace)).toEqual({ outcome: 'refused', reason: 'too_old' });
    expect(await provider.cancel(toCancel, trace)).toEqual({ outcome: 'refused', reason: 'the provider answered 200' });
  });

  it.each<Reply>([{ status: 503 }, 'hang up', 'silence'])('takes %j for an outage, tried once', async (reply) => {
    const { provider, seen } = await providerThatAnswers(reply);
    expect(await provider.cancel(toCancel, trace)).toMatchObject({ outcome: 'unavailable' });
    expect(seen).toHaveLength(1);
  });
});

describe('refund', () => {
  it('names the charge by its id, once', async () => {
    const { provider, seen } = await providerThatAnswers({ status: 200, body: { status: 'refunded' } });
    expect(await provider.refund(toRefund, trace)).toEqual({ outcome: 'refunded' });
    expect(seen[0]).toMatchObject({ request: { url: '/refunds' }, body: '{"chargeId":"ch_2"}' });
    expect(seen[0]?.request.headers['idempotency-key']).toBe('refund:ch_2');
  });

  it('returns a refusal as a value', async () => {
    const { provider } = await providerThatAnswers({ status: 422, body: { error: 'not_charged' } });
    expect(await provider.refund(toRefund, trace)).toEqual({ outcome: 'refused', reason: 'not_charged' });
  });
});

describe('validate', () => {
  it.each([
    [{ status: 200, body: { status: 'valid' } }, { outcome: 'valid' }],
    [
      { status: 200, body: { status: 'invalid', error: 'unknown_source' } },
      { outcome: 'invalid', reason: 'unknown_source' },
    ],
    [
      { status: 422, body: { error: 'expired' } },
      { outcome: 'invalid', reason: 'expired' },
    ],
    [{ status: 401 }, { outcome: 'unavailable', reason: 'no usable answer to /payment-methods/validate: status 401' }],
  ])('%j is %j', async (reply, validation) => {
    const { provider, seen } = await providerThatAnswers(reply);
    expect(await provider.validate('tok_ok', trace)).toEqual(validation);
    expect(seen).toMatchObject([{ request: { url: '/payment-methods/validate' }, body: '{"source":"tok_ok"}' }]);
    // The token is in the body only: headers and addresses end up in logs.
    expect(JSON.stringify(seen[0]?.request.headers)).not.toContain('tok_ok');
  });
});

describe('while the provider is out', () => {
  const calls = {
    charge: (provider: PaymentProvider) => provider.charge(charge, trace),
    cancel: (provider: PaymentProvider) => provider.cancel(toCancel, trace),
    refund: (provider: PaymentProvider) => provider.refund(toRefund, trace),
    validate: (provider: PaymentProvider) => provider.validate('tok_ok', trace),
  };
  const out = Array.from({ length: 5 }, () => ({ status: 503 }));

  it.each(Object.entries(calls))('%s: five calls open the breaker, which charges and cancellations share', async (_, call) => {
    const { provider, seen } = await providerThatAnswers({ status: 503 });
    for (const _reply of out) await call(provider);
    for (const other of Object.values(calls)) {
      expect(await other(provider)).toMatchObject({ outcome: 'unavailable', reason: expect.stringContaining('breaker') });
    }
    expect(seen).toHaveLength(5);
  });

  it.each(Object.entries(calls))('%s: after 60 seconds one call finds out whether it is back', async (_, call) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { provider, seen } = await providerThatAnswers({ status: 503 }, ...out, { status: 200, body: { status: 'voided' } });
    for (const _reply of out) await call(provider);
    vi.setSystemTime(Date.now() + 60_001);
    await Promise.all([call(provider), call(provider)]);
    expect(seen).toHaveLength(6);
    vi.setSystemTime(Date.now() + 60_001);
    expect(await call(provider)).not.toMatchObject({ outcome: 'unavailable' });
    expect(await call(provider)).not.toMatchObject({ outcome: 'unavailable' });
  });

  it('a key that is in use opens nothing, since the provider is there', async () => {
    const { provider, seen } = await providerThatAnswers({ status: 409, body: { error: 'idempotency_key_in_use' } });
    for (let n = 0; n < 9; n++) await provider.charge(charge, trace);
    expect(seen).toHaveLength(9);
  });
});
