import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { orderOperations } from '../../../generated/rest/order.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { newCaller, type Sent, send } from '../../../tests/kit/rest-request.ts';
import { AuthUnavailableError } from '../auth/auth-unavailable-error.ts';
import { log } from '../log.ts';
import { decideTries } from '../store/commit.ts';
import { putNew } from '../store/write.ts';
import { created, notFound, ok, problem } from './answer.ts';
import { restHandler } from './rest-handler.ts';
import { route } from './route.ts';

log.setLogLevel('SILENT');
const table = emptyTable('orders');
afterEach(() => vi.restoreAllMocks());

const orderId = '0197a000-0000-7000-8000-000000000001';
const totalAmount = { amountMinor: 100, currency: 'EUR' };
let placed = 0;
/** What happens next when an order is placed, if not the usual. */
let next: 'refused' | 'broken' | undefined;

const placeOrder = route('POST /orders', async () => {
  const outcome = next;
  next = undefined;
  if (outcome === 'broken') throw new Error('secret-name is broken');
  if (outcome === 'refused') return problem('stock-reserved', { detail: 'not today' });
  placed += 1;
  return {
    answer: created({ orderId, status: 'pending', totalAmount }, `orders/${orderId}-${placed}`),
    writes: [putNew({ pk: `ORDER#${placed}`, sk: 'ORDER' })],
  };
});
const routes = {
  placeOrder,
  getOrder: route('GET /orders/{orderId}', async () => notFound()),
  getTimeline: route('GET /orders/{orderId}/timeline', async () =>
    ok({ orderId, status: 'pending' as const, correlationId: 'correlation-1', entries: [] }, { ETag: '"3"' }),
  ),
  getOrderDetails: route('GET /orders/{orderId}/details', async () => notFound()),
  listOrders: route('GET /orders', async () => ok({ orders: [] })),
  listOrdersOfCustomer: route('GET /orders/customer/{customerId}', async () => ok({ orders: [] })),
  cancelOrder: route('POST /orders/{orderId}/cancel', async () => ok({ orderId, status: 'cancelled' as const })),
};
const handler = restHandler(orderOperations, routes);
const caller = newCaller();
const body = { lines: [{ productId: orderId, quantity: 1 }], paymentMethod: { token: 'tok_visa' } };
const place = (sent: Sent = {}) => send(handler, 'POST /orders', { caller, body, ...sent });
const orders = () => table.items().filter(({ pk }) => String(pk).startsWith('ORDER#'));
const slugOf = (answer: { body: unknown }) => String(Object(answer.body).type).split('/').at(-1);

describe('the chain of a REST route', () => {
  it('answers and commits', async () => {
    expect(await place()).toMatchObject({ status: 201, body: { orderId } });
    expect(orders()).toHaveLength(1);
  });

  /** Each request has every fault from its own line downwards: the topmost step decides. */
  const stranger = newCaller({ permissions: [] });
  const faults: [step: string, status: number, slug: string, route: string, sent: Sent][] = [
    ['the correlation id', 400, 'malformed-header', 'POST /unknown', { headers: { 'X-Correlation-Id': 'no' }, rawBody: '{' }],
    ['the route', 404, 'not-found', 'POST /unknown', { rawBody: '{' }],
    ['the caller', 401, 'not-signed-in', 'POST /orders', { rawBody: '{', headers: { 'Idempotency-Key': 'x' } }],
    [
      'the permission',
      403,
      'not-allowed',
      'POST /orders',
      { caller: stranger, rawBody: '{', headers: { 'Idempotency-Key': 'x' } },
    ],
    [
      'the text of the body',
      400,
      'malformed-json',
      'POST /orders',
      { caller, rawBody: '{', headers: { 'Idempotency-Key': 'x' } },
    ],
    [
      'the query',
      422,
      'invalid-input',
      'POST /orders',
      { caller, body: {}, query: { a: '1' }, headers: { 'Idempotency-Key': 'x' } },
    ],
    ['the body', 422, 'invalid-input', 'POST /orders', { caller, body: {}, headers: { 'Idempotency-Key': 'x' } }],
    [
      'the idempotency key',
      400,
      'malformed-idempotency-key',
      'POST /orders',
      { caller, body, headers: { 'Idempotency-Key': 'x' } },
    ],
    ['what is decided', 409, 'stock-reserved', 'POST /orders', { caller, body }],
  ];
  it.each(faults)('refuses by %s first: %i', async (_, status, slug, key, sent) => {
    next = 'refused';
    const answer = await send(handler, key, sent);
    expect([answer.status, slugOf(answer)]).toEqual([status, slug]);
    next = undefined;
    expect(table.items()).toEqual([]);
  });

  it('asks its own authenticate where there is no authorizer, and takes its outage for 503', async () => {
    const twin = restHandler(orderOperations, routes, () => Promise.reject(new AuthUnavailableError('out')));
    expect(await send(twin, 'GET /orders/{orderId}', { params: { orderId } })).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '5' },
    });
    const known = restHandler(orderOperations, routes, () => caller);
    expect((await send(known, 'GET /orders/{orderId}', { params: { orderId } })).status).toBe(404);
  });

  it('does not compile with a route missing or under another name', () => {
    const { cancelOrder, ...without } = routes;
    // @ts-expect-error: `cancelOrder` is missing
    expect(() => restHandler(orderOperations, without)).toThrow(TypeError);
    // @ts-expect-error: `getOrder` is another route
    expect(() => restHandler(orderOperations, { ...routes, getOrder: cancelOrder })).toThrow(TypeError);
  });
});

describe('every response, whatever became of the request', () => {
  const correlated = { 'X-Correlation-Id': 'order-of-monday', Origin: 'https://shop.example' };
  const requests: [string, number, () => Promise<{ status: number; headers: Record<string, string>; body: unknown }>][] = [
    ['a success', 201, () => place({ headers: correlated })],
    ['a refusal', 422, () => place({ headers: correlated, body: {} })],
    ['an unknown route', 404, () => send(handler, 'GET /unknown', { headers: correlated })],
    ['an unknown caller', 401, () => send(handler, 'POST /orders', { headers: correlated, body })],
    [
      'a replay',
      201,
      async () => {
        const headers = { ...correlated, 'Idempotency-Key': 'key-0001' };
        await place({ headers });
        return place({ headers });
      },
    ],
    [
      'a fault',
      500,
      () => {
        next = 'broken';
        return place({ headers: correlated });
      },
    ],
    [
      'a busy table',
      503,
      () => {
        vi.spyOn(Math, 'random').mockReturnValue(0);
        table.failNext(...Array.from({ length: decideTries }, () => 'throttled' as const));
        return place({ headers: correlated });
      },
    ],
  ];
  it.each(requests)('has the headers of all others: %s', async (_, status, request) => {
    const answer = await request();
    expect(answer).toMatchObject({
      status,
      headers: {
        'X-Correlation-Id': 'order-of-monday',
        'Access-Control-Allow-Origin': '*',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
        'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
      },
    });
    if (status >= 400) expect(answer.body).toMatchObject({ status, correlationId: 'order-of-monday', type: expect.any(String) });
    expect(JSON.stringify(answer)).not.toContain('secret-name');
  });

  it.each(requests)('leaves one line in the log, and one error if it is a fault: %s', async (what, status, request) => {
    const [info, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
    await request();
    const lines = info.mock.calls.filter(([message]) => message === 'request');
    expect(lines).toHaveLength(what === 'a replay' ? 2 : 1);
    expect(lines.at(-1)?.[1]).toMatchObject({
      status,
      correlationId: 'order-of-monday',
      route: expect.stringMatching(/^(POST|GET) \//),
      durationMs: expect.any(Number),
      traceparent: expect.any(String),
    });
    expect(error.mock.calls.map(([message]) => message)).toEqual(status >= 500 ? ['request failed'] : []);
  });

  it('has its own headers besides', async () => {
    const { headers } = await send(handler, 'GET /orders/{orderId}/timeline', { caller, params: { orderId } });
    expect(headers).toMatchObject({ ETag: '"3"' });
  });
});

describe('an Idempotency-Key', () => {
  const headers = () => ({ 'Idempotency-Key': randomUUID() });

  it('gets the first response again, byte for byte, and nothing happens twice', async () => {
    const sent = { headers: headers() };
    const first = await place(sent);
    const second = await place(sent);
    expect([second.status, second.rawBody, second.headers.Location]).toEqual([
      first.status,
      first.rawBody,
      first.headers.Location,
    ]);
    expect([first.headers['Idempotency-Replayed'], second.headers['Idempotency-Replayed']]).toEqual([undefined, 'true']);
    expect(orders()).toHaveLength(1);
  });

  it('gets it also when its name is sent in lower case', async () => {
    const key = randomUUID();
    const first = await place({ headers: { 'Idempotency-Key': key } });
    const { 'Idempotency-Key': _, ...lowerCase } = { 'Idempotency-Key': '', 'idempotency-key': key };
    const second = await place({ headers: { 'Idempotency-Key': key, ...lowerCase } });
    expect(second.rawBody).toBe(first.rawBody);
  });

  it.each(['refused', 'broken'] as const)('is free again after a request that was %s', async (outcome) => {
    const sent = { headers: headers() };
    next = outcome;
    expect((await place(sent)).status).toBe(outcome === 'refused' ? 409 : 500);
    expect(await place(sent)).toMatchObject({ status: 201 });
    expect(orders()).toHaveLength(1);
  });

  it('is free again after an invalid request, also for another body', async () => {
    const sent = { headers: headers() };
    expect((await place({ ...sent, body: {} })).status).toBe(422);
    expect((await place(sent)).status).toBe(201);
  });

  it('is bound to its body from the first success on', async () => {
    const sent = { headers: headers() };
    await place(sent);
    const other = await place({ ...sent, body: { ...body, paymentMethod: { token: 'tok_other' } } });
    expect([other.status, slugOf(other)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('belongs to its caller', async () => {
    const sent = { headers: headers() };
    await place(sent);
    const neighbour = await place({ ...sent, caller: newCaller({ organizationId: caller.organizationId }) });
    expect(neighbour.headers).not.toHaveProperty('Idempotency-Replayed');
    expect(orders()).toHaveLength(2);
  });

  it('makes one order of many requests at once', async () => {
    const sent = { headers: headers() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => place(sent)));
    expect(new Set(answers.map(({ rawBody, status }) => `${status} ${rawBody}`)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.headers.Location)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers['Idempotency-Replayed'] === undefined)).toHaveLength(1);
    expect(orders()).toHaveLength(1);
  });

  it('answers 409 while its request is in flight', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    table.failNext(...Array.from({ length: decideTries }, () => 'last-contended' as const));
    const answer = await place();
    expect([answer.status, slugOf(answer)]).toEqual([409, 'request-in-flight']);
  });

  it('gets its response after an answer was lost on the way', async () => {
    const sent = { headers: headers() };
    table.failNext('lost-answer');
    expect((await place(sent)).status).toBe(503);
    expect(await place(sent)).toMatchObject({ status: 201, headers: { 'Idempotency-Replayed': 'true' } });
    expect(orders()).toHaveLength(1);
  });
});
