import { afterEach, describe, expect, it, vi } from 'vitest';
import { routes } from '../../../generated/rest/routes.ts';
import { send } from '../../../tests/kit/rest-request.ts';
import { handler } from './unrouted.ts';

const paths = [...Map.groupBy(routes, ({ path }) => path)].map(([path, ofPath]) => ({
  path,
  methods: ofPath.map(({ method }) => method),
}));
const everyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
const origin = 'https://shop.example';
const listed = (value: string | undefined) => value?.split(', ').toSorted();

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(paths)('$path', ({ path, methods }) => {
  const allowed = [...methods, 'OPTIONS'].toSorted();

  it('answers a preflight request with the methods that the path has', async () => {
    const { status, headers, rawBody } = await send(handler, `OPTIONS ${path}`, { headers: { Origin: origin } });
    expect({ status, rawBody }).toEqual({ status: 204, rawBody: '' });
    expect(listed(headers['Access-Control-Allow-Methods'])).toEqual(allowed);
    expect(headers['Access-Control-Allow-Origin']).toBe('*');
    expect(listed(headers['Access-Control-Allow-Headers'])).toEqual(
      expect.arrayContaining(['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match']),
    );
  });

  it('refuses every other method, and names those that the path has', async () => {
    for (const method of everyMethod.filter((other) => !methods.some((known) => known === other))) {
      const { status, headers, body } = await send(handler, `${method} ${path}`, { headers: { Origin: origin } });
      expect(status, method).toBe(405);
      expect(listed(headers.Allow), method).toEqual(allowed);
      expect(headers, method).toMatchObject({
        'Content-Type': 'application/problem+json',
        'Access-Control-Allow-Origin': '*',
        'X-Content-Type-Options': 'nosniff',
      });
      expect(body, method).toMatchObject({
        type: 'https://lonja.dev/problems/method-not-allowed',
        title: 'Method not allowed',
        status: 405,
        correlationId: headers['X-Correlation-Id'],
      });
    }
  });
});

describe('a preflight request', () => {
  it('is granted only to the origins of the stage', async () => {
    vi.stubEnv('ALLOWED_ORIGINS', `${origin} https://app.example`);
    const allowedOrigin = async (from: string) =>
      (await send(handler, 'OPTIONS /orders', { headers: { Origin: from } })).headers['Access-Control-Allow-Origin'];
    expect(await allowedOrigin(origin)).toBe(origin);
    expect(await allowedOrigin('https://app.example')).toBe('https://app.example');
    expect(await allowedOrigin('https://elsewhere.example')).toBeUndefined();
  });

  it('gets a correlation id like any other request', async () => {
    const { headers } = await send(handler, 'OPTIONS /orders', { headers: { 'X-Correlation-Id': 'preflight-1' } });
    expect(headers['X-Correlation-Id']).toBe('preflight-1');
  });
});
