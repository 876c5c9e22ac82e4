import { describe, expect, it } from 'vitest';
import { openMarket } from '../kit/market.ts';
import { callPath } from '../kit/rest.ts';

const headers = { origin: 'https://shop.example' };
const exposed = (answer: Awaited<ReturnType<typeof callPath>>) =>
  answer.headers.get('access-control-expose-headers')?.split(', ');

describe('a front end in a browser', () => {
  it('may send any request of the contract: its preflight needs no token', async () => {
    const preflight = {
      ...headers,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'idempotency-key',
    };
    const answer = await callPath('OPTIONS', '/orders', { headers: preflight });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')?.split(', ')).toContain('POST');
    expect(answer.headers.get('access-control-allow-headers')?.split(', ')).toContain('Idempotency-Key');
  });

  it('reads answers with their correlation id', async () => {
    const { buyer } = await openMarket({ products: [] });
    const answer = await callPath('GET', '/locals', { token: buyer.token, headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(exposed(answer)).toEqual(expect.arrayContaining(['ETag', 'Location', 'Retry-After', 'X-Correlation-Id']));
  });

  it('reads answers of the gateway itself', async () => {
    for (const answer of [await callPath('GET', '/locals', { headers }), await callPath('GET', '/nowhere', { headers })]) {
      expect([401, 404]).toContain(answer.status);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(exposed(answer)).toContain('X-Correlation-Id');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });
});
