import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lambdaContext } from '../../../../tests/kit/lambda-context.ts';
import { gatewayEvent } from '../../../../tests/kit/rest-request.ts';
import { allowedOrigin, corsHeaders, securityHeaders } from './response-headers.ts';

const shop = 'https://shop.example';
afterEach(() => vi.unstubAllEnvs());

async function responseTo(origin: string | undefined, allowed: string, method = 'GET') {
  vi.stubEnv('ALLOWED_ORIGINS', allowed);
  const event = gatewayEvent(`${method} /orders/{orderId}`, origin === undefined ? {} : { headers: { Origin: origin } });
  const chain = middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(securityHeaders())
    .use(corsHeaders())
    .handler(async () => ({ statusCode: 200, headers: { ETag: '"1"' }, body: '{}' }));
  return chain(event, lambdaContext());
}

describe('corsHeaders', () => {
  it('lets a shop front of the stage read the response and its headers', async () => {
    const { headers } = await responseTo(shop, `https://other.example ${shop}`);
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': shop, Vary: expect.stringContaining('Origin'), ETag: '"1"' });
    const exposed = String(headers?.['Access-Control-Expose-Headers']);
    for (const name of ['ETag', 'Location', 'Retry-After', 'X-Correlation-Id', 'Idempotency-Replayed'])
      expect(exposed).toContain(name);
  });

  it('lets no other origin read it, and never sends credentials', async () => {
    for (const origin of ['https://evil.example', `${shop}.evil.example`, 'null', undefined]) {
      const { headers } = await responseTo(origin, shop);
      expect(headers?.['Access-Control-Allow-Origin'] ?? '').not.toMatch(/evil|null|\*/);
      expect(headers).not.toHaveProperty('Access-Control-Allow-Credentials');
    }
  });

  it('allows the headers that the API takes, and leaves a preflight request to its handler', async () => {
    const { statusCode, headers, body } = await responseTo(shop, shop, 'OPTIONS');
    expect([statusCode, body]).toEqual([200, '{}']);
    const asked = String(headers?.['Access-Control-Allow-Headers']);
    for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'X-Correlation-Id']) {
      expect(asked).toContain(name);
    }
  });
});

describe('allowedOrigin', () => {
  it.each([
    [shop, '*', '*'],
    [undefined, '*', '*'],
    [shop, `https://a.example ${shop}`, shop],
    ['https://a.example', shop, ''],
    ['', shop, ''],
    [undefined, shop, ''],
  ])('of %j among %j is %j', (origin, allowed, expected) => {
    expect(allowedOrigin(origin, allowed)).toBe(expected);
  });
});

describe('securityHeaders', () => {
  it('protect data, and nothing that only pages need', async () => {
    const { headers } = await responseTo(undefined, '*');
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers).not.toHaveProperty('Content-Security-Policy');
    expect(headers).not.toHaveProperty('X-Powered-By');
  });
});
