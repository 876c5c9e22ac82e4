import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { portOf } from '../tests/kit/stub-auth.ts';
import { bodyOf, correlationIdOf, type LonjaClient, lonjaClient } from './lonja-client.ts';
import { LonjaError } from './lonja-error.ts';

type Reply = { status: number; headers?: Record<string, string>; body?: string; chunked?: boolean };
type Seen = { request: string; headers: IncomingHttpHeaders; body: string };

let replies: Reply[];
let seen: Seen[];
let restUrl: string;
let lonja: LonjaClient;
const server = createServer(async (request, response) => {
  seen.push({ request: `${request.method} ${request.url}`, headers: request.headers, body: await text(request) });
  const { status, headers = {}, body = '', chunked = false } = replies.shift() ?? { status: 500 };
  const carriesBody = status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(carriesBody && !chunked && { 'Content-Length': Buffer.byteLength(body) }) });
  if (chunked) response.flushHeaders();
  response.end(carriesBody ? body : undefined);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  restUrl = `http://127.0.0.1:${portOf(server.address())}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  [replies, seen] = [[], []];
  lonja = lonjaClient({ restUrl, accessToken: 'token' });
});

const orderId = '0197a000-0000-7000-8000-000000000001';
const getOrder = () => lonja.GET('/orders/{orderId}', { params: { path: { orderId } } });
const placeOrder = (headers?: Record<string, string>) =>
  lonja.POST('/orders', {
    body: { lines: [{ productId: orderId, quantity: 2 }], paymentMethod: { token: 'tok_ok' } },
    ...(headers && { headers }),
  });
const problem = {
  type: 'https://lonja.dev/problems/not-found',
  title: 'Not found',
  status: 404,
  detail: 'no such order',
  errors: [{ path: '/orderId', message: 'is unknown' }],
};
const json = { 'Content-Type': 'application/json' };

describe('an answer of 400 and above', () => {
  const bodies: Record<string, Omit<Reply, 'status'>> = {
    nothing: {},
    HTML: { headers: { 'Content-Type': 'text/html' }, body: '<html><h1>Bad Gateway</h1></html>' },
    'a problem': { headers: { 'Content-Type': 'application/problem+json' }, body: JSON.stringify(problem) },
    'broken JSON': { headers: json, body: '{"title":' },
    null: { headers: json, body: 'null' },
  };
  const cases = [400, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503, 504].flatMap((status) =>
    Object.entries(bodies).flatMap(([kind, body]) => [false, true].map((chunked) => ({ status, kind, chunked, ...body }))),
  );

  it.each(cases)(
    'is an error with its status: $status with $kind, chunked: $chunked',
    async ({ status, headers, body, chunked }) => {
      replies = [{ status, chunked, ...(headers && { headers }), ...(body !== undefined && { body }) }];
      const thrown = await getOrder().catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(LonjaError);
      expect(thrown).toMatchObject({ status, message: expect.stringContaining(`GET /orders/{orderId} returned ${status}: `) });
    },
  );

  it('says what the API says: why, which request, and when to come back', async () => {
    const headers = { 'X-Correlation-Id': 'checkout-1', 'Retry-After': '7', 'Content-Type': 'application/problem+json' };
    replies = [{ status: 429, headers, body: JSON.stringify({ ...problem, status: 429 }) }];
    const thrown = await getOrder().catch((error: unknown) => error);
    expect(thrown).toMatchObject({ retryAfterSeconds: 7, correlationId: 'checkout-1', problem: { detail: 'no such order' } });
    expect(String(thrown)).toContain('Not found; no such order; /orderId is unknown');
  });

  it('has no problem when its body is none', async () => {
    replies = [{ status: 502, headers: { 'Content-Type': 'text/html' }, body: '<html>' }];
    await expect(getOrder()).rejects.toMatchObject({
      problem: undefined,
      retryAfterSeconds: undefined,
      correlationId: undefined,
    });
  });
});

describe('an answer that is no refusal', () => {
  it('gives its body', async () => {
    replies = [{ status: 200, headers: json, body: JSON.stringify({ orderId }) }];
    expect(await bodyOf(getOrder())).toEqual({ orderId });
  });

  it.each([204, 304])('is no error without a body either: %i', async (status) => {
    replies = [{ status, headers: { ETag: '"3"' } }];
    const { response, data } = await getOrder();
    expect([response.status, data]).toEqual([status, undefined]);
  });

  it('without the body that was asked for is an error', async () => {
    replies = [{ status: 204 }];
    await expect(bodyOf(getOrder())).rejects.toThrow('returned 204 without a body');
  });
});

describe('a request', () => {
  it('carries the token, a correlation id and, where the route takes one, a new Idempotency-Key', async () => {
    replies = [
      { status: 201, headers: json, body: '{}' },
      { status: 201, headers: json, body: '{}' },
      { status: 200, headers: json, body: '{}' },
    ];
    await placeOrder();
    await placeOrder();
    await getOrder();
    const [first, second, read] = seen.map(({ headers }) => headers);
    expect(seen.map(({ request }) => request)).toEqual([
      'POST /api/v1/orders',
      'POST /api/v1/orders',
      `GET /api/v1/orders/${orderId}`,
    ]);
    expect(first).toMatchObject({ authorization: 'Bearer token', 'content-type': 'application/json' });
    expect(new Set([first, second, read].map((headers) => headers?.['x-correlation-id'])).size).toBe(3);
    expect(first?.['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.['idempotency-key']).not.toBe(first?.['idempotency-key']);
    expect(read?.['idempotency-key']).toBeUndefined();
  });

  it('keeps the key and the correlation id that the caller chose', async () => {
    lonja = lonjaClient({ restUrl, correlationId: 'checkout-1', apiKey: 'partner' });
    replies = [{ status: 201, headers: { ...json, 'X-Correlation-Id': 'checkout-1' }, body: '{}' }];
    const { response } = await placeOrder({ 'Idempotency-Key': 'my-own-key' });
    expect(seen[0]?.headers).toMatchObject({
      'idempotency-key': 'my-own-key',
      'x-correlation-id': 'checkout-1',
      'x-api-key': 'partner',
    });
    expect(correlationIdOf(response)).toBe('checkout-1');
  });

  it('is sent again, the very same, while the API says that it is out', async () => {
    const out = { status: 503, headers: { 'Retry-After': '1' } };
    replies = [out, out, { status: 201, headers: json, body: JSON.stringify({ orderId }) }];
    expect(await bodyOf(placeOrder())).toEqual({ orderId });
    expect(new Set(seen.map(({ headers, body }) => `${headers['idempotency-key']} ${body}`)).size).toBe(1);
  });

  it('ends after five tries', async () => {
    replies = Array.from({ length: 9 }, () => ({ status: 503, headers: { 'Retry-After': '1' } }));
    await expect(getOrder()).rejects.toMatchObject({ status: 503, retryAfterSeconds: 1 });
    expect(seen).toHaveLength(5);
  });
});

describe('the types', () => {
  it('refuse a path, a parameter, a body or a field of an answer that the contract does not have', () => {
    const wrong = () => [
      // @ts-expect-error there is no such route
      lonja.GET('/order/{orderId}', { params: { path: { orderId } } }),
      // @ts-expect-error the route has no such method
      lonja.PUT('/orders/{orderId}', { params: { path: { orderId } } }),
      // @ts-expect-error the order is not named
      lonja.GET('/orders/{orderId}'),
      // @ts-expect-error the body has no lines
      lonja.POST('/orders', { body: { paymentMethod: { token: 'tok_ok' } } }),
      // @ts-expect-error an order has no such field
      getOrder().then(({ data }) => data.price),
    ];
    expect(wrong).toBeTypeOf('function');
  });
});
