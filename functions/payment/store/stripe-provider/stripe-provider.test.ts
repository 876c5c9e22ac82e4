import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { portOf } from '../../../../tests/kit/stub-auth.ts';
import { stripeProvider } from './stripe-provider.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const reference = { organizationId: 'organization', orderId: 'order', attempt: 1 };
const charge = {
  ...{ key: 'order:1', amount: { amountMinor: 1250, currency: 'EUR' }, source: 'pm_1', callbackUrl: 'unused', reference },
  opened: async () => true,
};
const made = { key: charge.key, reference, chargeId: 'pi_1' };

type Seen = { route: string; body: Record<string, string>; key: string | undefined };
type Reply = { status?: number; body?: object } | 'hang up' | 'silence';

const intent = (status: string, more: object = {}) => ({ body: { id: 'pi_1', object: 'payment_intent', status, ...more } });
const error = (status: number, type: string, code?: string, more: object = {}) => ({
  status,
  body: { error: { type, code, message: 'never shown to anyone', ...more } },
});
const unexpected = error(400, 'invalid_request_error', 'payment_intent_unexpected_state');
const refundList = (...statuses: string[]) => ({
  body: { object: 'list', data: statuses.map((status, n) => ({ id: `re_${n}`, object: 'refund', status })), has_more: false },
});
const refund = (status: string, more: object = {}) => ({ body: { id: 're_9', object: 'refund', status, ...more } });

/** Stripe's API on a free port: by its routes, each with answers in turn, of which the last one is repeated. */
async function stripeThatAnswers(replies: Readonly<Record<string, Reply | readonly Reply[]>>, timeoutMs = 5_000) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://stripe.test');
    const route = `${request.method} ${pathname.replace(/^\/v1/, '')}`;
    const body = Object.fromEntries(new URLSearchParams(request.method === 'GET' ? search : await text(request)));
    const key = request.headers['idempotency-key'];
    seen.push({ route, body, key: Array.isArray(key) ? key[0] : key });
    const inTurn = [replies[route] ?? 'hang up'].flat();
    const times = seen.filter((one) => one.route === route).length;
    const reply = inTurn[Math.min(times, inTurn.length) - 1] ?? 'hang up';
    if (reply === 'silence') return;
    if (reply === 'hang up') return void request.socket.destroy();
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply.body ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = { host: '127.0.0.1', port: portOf(server.address()), protocol: 'http' as const };
  const routes = () => seen.map(({ route }) => route);
  return { provider: stripeProvider({ apiKey: async () => 'sk_test_1', timeoutMs, address }), seen, routes };
}

const [create, confirm, retrieve, cancel, list, refunds] = [
  'POST /payment_intents',
  'POST /payment_intents/pi_1/confirm',
  'GET /payment_intents/pi_1',
  'POST /payment_intents/pi_1/cancel',
  'GET /refunds',
  'POST /refunds',
] as const;
const untouched = intent('requires_payment_method', { last_payment_error: null });

describe('charge', () => {
  it('creates the intent under the key of the attempt, has its id stored, and then confirms it', async () => {
    const { provider, seen } = await stripeThatAnswers({ [create]: untouched, [confirm]: intent('succeeded') });
    const steps: string[] = [];
    const opened = async (chargeId: string) => {
      steps.push(chargeId, ...seen.map(({ route }) => route));
      return true;
    };
    expect(await provider.charge({ ...charge, opened }, trace)).toEqual({ outcome: 'requested' });
    expect(steps).toEqual(['pi_1', create]);
    expect(seen).toEqual([
      {
        ...{ route: create, key: 'order:1' },
        body: {
          ...{ amount: '1250', currency: 'eur', 'allowed_payment_method_types[0]': 'card' },
          ...{ 'metadata[organizationId]': 'organization', 'metadata[orderId]': 'order', 'metadata[attempt]': '1' },
        },
      },
      { route: confirm, key: 'order:1:confirm', body: { payment_method: 'pm_1', error_on_requires_action: 'true' } },
    ]);
  });

  it('charges nothing once the attempt has ended', async () => {
    const { provider, routes } = await stripeThatAnswers({ [create]: untouched });
    expect(await provider.charge({ ...charge, opened: async () => false }, trace)).toEqual({ outcome: 'voided' });
    expect(routes()).toEqual([create]);
  });

  it('leaves a declined card to the webhook, which reports it like a charge', async () => {
    const declined = error(402, 'card_error', 'card_declined', { decline_code: 'insufficient_funds' });
    const { provider } = await stripeThatAnswers({ [create]: untouched, [confirm]: declined });
    expect(await provider.charge(charge, trace)).toEqual({ outcome: 'requested' });
  });

  it('refuses by Stripe’s code, never by its text', async () => {
    const missing = error(404, 'invalid_request_error', 'resource_missing');
    const { provider } = await stripeThatAnswers({ [create]: untouched, [confirm]: missing });
    expect(await provider.charge(charge, trace)).toEqual({ outcome: 'refused', reason: 'resource_missing' });
    const small = await stripeThatAnswers({ [create]: error(400, 'invalid_request_error', 'amount_too_small') });
    expect(await small.provider.charge(charge, trace)).toEqual({ outcome: 'refused', reason: 'amount_too_small' });
  });

  it('asks for no amount that Stripe cannot say', async () => {
    const { provider, seen } = await stripeThatAnswers({});
    const amount = { amountMinor: 5124, currency: 'KWD' };
    expect(await provider.charge({ ...charge, amount }, trace)).toMatchObject({ reason: 'amount_not_representable' });
    expect(seen).toEqual([]);
  });

  it.each([
    ['requires_payment_method', { last_payment_error: null }, [retrieve, confirm]],
    ['requires_confirmation', {}, [retrieve, confirm]],
    ['requires_payment_method', { last_payment_error: { code: 'card_declined' } }, [retrieve]],
    ['processing', {}, [retrieve]],
    ['succeeded', {}, [retrieve]],
  ])('repeated: looks at the intent first, which is %s %j', async (status, more, routes) => {
    const stripe = await stripeThatAnswers({ [retrieve]: intent(status, more), [confirm]: intent('succeeded') });
    expect(await stripe.provider.charge({ ...charge, chargeId: 'pi_1' }, trace)).toEqual({ outcome: 'requested' });
    expect(stripe.routes()).toEqual(routes);
    // Stripe would repeat the response of a key, even if it was an error of Stripe's own.
    expect(stripe.seen.map(({ key }) => key)).not.toContain('order:1:confirm');
  });

  it('is void when the intent was cancelled before, and in between', async () => {
    const before = await stripeThatAnswers({ [retrieve]: intent('canceled') });
    expect(await before.provider.charge({ ...charge, chargeId: 'pi_1' }, trace)).toEqual({ outcome: 'voided' });
    const meanwhile = await stripeThatAnswers({ [create]: untouched, [confirm]: unexpected, [retrieve]: intent('canceled') });
    expect(await meanwhile.provider.charge(charge, trace)).toEqual({ outcome: 'voided' });
  });
});

describe('an outage', () => {
  it.each<[string, Reply]>([
    ['no answer', 'silence'],
    ['an error of Stripe', error(500, 'api_error')],
    ['a limit of requests', error(429, 'invalid_request_error', 'rate_limit')],
    ['a wrong key', error(401, 'invalid_request_error')],
    ['a key without the right', error(403, 'invalid_request_error')],
    ['a key that is in use', error(409, 'idempotency_error', 'idempotency_key_in_use')],
  ])('is %s, tried once', async (_, reply) => {
    const { provider, seen } = await stripeThatAnswers({ [create]: reply }, reply === 'silence' ? 200 : 5_000);
    expect(await provider.charge(charge, trace)).toMatchObject({ outcome: 'unavailable' });
    expect(seen).toHaveLength(1);
  });

  it('is a broken connection, which the SDK tries once more under the same key', async () => {
    const { provider, seen } = await stripeThatAnswers({ [create]: 'hang up' });
    expect(await provider.charge(charge, trace)).toMatchObject({ outcome: 'unavailable' });
    expect(seen.map(({ key }) => key)).toEqual(['order:1', 'order:1']);
  });

  it('names no text of Stripe and no key', async () => {
    const { provider } = await stripeThatAnswers({ [create]: error(401, 'invalid_request_error') });
    expect(JSON.stringify(await provider.charge(charge, trace))).not.toMatch(/never shown|sk_test/);
  });

  it('limits all requests of a call together', async () => {
    const { provider } = await stripeThatAnswers({ [create]: untouched, [confirm]: 'silence' }, 500);
    const startedAt = performance.now();
    expect(await provider.charge(charge, trace)).toMatchObject({ outcome: 'unavailable' });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  it('opens the breaker after five calls, whichever they were; conflicts do not', async () => {
    const out = error(503, 'api_error');
    const { provider, seen } = await stripeThatAnswers({ [create]: out, [cancel]: out, 'GET /payment_methods/pm_1': out });
    for (let n = 0; n < 3; n++) await provider.charge(charge, trace);
    await provider.cancel(made, trace);
    await provider.validate('pm_1', trace);
    expect(seen).toHaveLength(5);
    expect(await provider.refund(made, trace)).toMatchObject({ reason: expect.stringContaining('breaker') });
    expect(seen).toHaveLength(5);
    const busy = await stripeThatAnswers({ [create]: error(409, 'idempotency_error', 'idempotency_key_in_use') });
    for (let n = 0; n < 7; n++) await busy.provider.charge(charge, trace);
    expect(busy.seen).toHaveLength(7);
  });
});

describe('cancel', () => {
  it('asks Stripe nothing about an attempt that was never opened: no money could move', async () => {
    const { provider, seen } = await stripeThatAnswers({});
    expect(await provider.cancel({ key: 'order:1', reference }, trace)).toEqual({ outcome: 'voided' });
    expect(seen).toEqual([]);
  });

  it('voids an intent that was not charged, also one that was cancelled before', async () => {
    const first = await stripeThatAnswers({ [cancel]: intent('canceled') });
    expect(await first.provider.cancel(made, trace)).toEqual({ outcome: 'voided' });
    const again = await stripeThatAnswers({ [cancel]: unexpected, [retrieve]: intent('canceled') });
    expect(await again.provider.cancel(made, trace)).toEqual({ outcome: 'voided' });
  });

  it('refunds one that was charged', async () => {
    const { provider, seen } = await stripeThatAnswers({
      ...{ [cancel]: unexpected, [retrieve]: intent('succeeded'), [list]: refundList(), [refunds]: refund('succeeded') },
    });
    expect(await provider.cancel(made, trace)).toEqual({ outcome: 'refunded', chargeId: 'pi_1' });
    expect(seen.at(-1)).toMatchObject({
      ...{ route: refunds, key: 'refund:pi_1:0' },
      body: { payment_intent: 'pi_1', 'metadata[orderId]': 'order' },
    });
  });

  it('waits for one that is processed', async () => {
    const { provider } = await stripeThatAnswers({ [cancel]: unexpected, [retrieve]: intent('processing') });
    expect(await provider.cancel(made, trace)).toMatchObject({ outcome: 'pending' });
  });
});

describe('refund', () => {
  it.each(['pending', 'requires_action'])('is not done while it is %s, neither when made nor when found', async (status) => {
    const fresh = await stripeThatAnswers({ [list]: refundList(), [refunds]: refund(status) });
    expect(await fresh.provider.refund(made, trace)).toMatchObject({ outcome: 'pending' });
    const found = await stripeThatAnswers({ [list]: refundList(status) });
    expect(await found.provider.refund(made, trace)).toMatchObject({ outcome: 'pending' });
    expect(found.routes()).toEqual([list]);
  });

  it('is done when everything went back before', async () => {
    const already = error(400, 'invalid_request_error', 'charge_already_refunded');
    const { provider } = await stripeThatAnswers({ [list]: refundList('succeeded'), [refunds]: already });
    expect(await provider.refund(made, trace)).toEqual({ outcome: 'refunded', chargeId: 'pi_1' });
  });

  it('is made anew after one that failed, under another key', async () => {
    const { provider, seen } = await stripeThatAnswers({ [list]: refundList('failed'), [refunds]: refund('succeeded') });
    expect(await provider.refund(made, trace)).toEqual({ outcome: 'refunded', chargeId: 'pi_1' });
    expect(seen.at(-1)?.key).toBe('refund:pi_1:1');
  });

  it('is refused when it fails at once', async () => {
    const failed = refund('failed', { failure_reason: 'lost_or_stolen_card' });
    const { provider } = await stripeThatAnswers({ [list]: refundList(), [refunds]: failed });
    expect(await provider.refund(made, trace)).toEqual({ outcome: 'refused', reason: 'lost_or_stolen_card' });
  });
});

describe('validate', () => {
  const method = 'GET /payment_methods/pm_1';
  const card = (year: number) => ({ body: { id: 'pm_1', object: 'payment_method', card: { exp_month: 12, exp_year: year } } });
  it.each<[string, Reply, object]>([
    ['a card', card(2199), { outcome: 'valid' }],
    ['an expired card', card(2020), { outcome: 'invalid', reason: 'expired_card' }],
    ['no card', { body: { id: 'pm_1', object: 'payment_method' } }, { outcome: 'invalid', reason: 'not_a_card' }],
    ['unknown', error(404, 'invalid_request_error', 'resource_missing'), { outcome: 'invalid', reason: 'resource_missing' }],
    ['not to be found out', error(500, 'api_error'), expect.objectContaining({ outcome: 'unavailable' })],
  ])('says what is %s', async (_, reply, validation) => {
    const { provider, routes } = await stripeThatAnswers({ [method]: reply });
    expect(await provider.validate('pm_1', trace)).toEqual(validation);
    expect(routes()).toEqual([method]);
  });

  it('asks nothing about what is no payment method of Stripe', async () => {
    const { provider, seen } = await stripeThatAnswers({});
    expect(await provider.validate('tok_ok', trace)).toEqual({ outcome: 'invalid', reason: 'unknown_token' });
    expect(seen).toEqual([]);
  });
});
