import { once } from 'node:events';
import { createServer } from 'node:http';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signatureHeader, signBody } from '../../shared/body-signature.ts';
import { log } from '../../shared/log.ts';
import { handler } from '../rest.ts';

/** Secrets Manager, as far as it is asked. */
const secrets = createServer((request, response) => {
  request.resume().on('end', () => response.end(JSON.stringify({ SecretString: 'secret' })));
});

beforeAll(async () => {
  secrets.listen(0, '127.0.0.1');
  await once(secrets, 'listening');
  const address = secrets.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('PAYMENT_PROVIDER_SECRET_ARN', 'arn');
  vi.spyOn(log, 'info').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  secrets.close();
});

async function tell(message: object, secret: string) {
  const body = JSON.stringify(message);
  // What the handler reads of a request.
  const event = {
    ...{ httpMethod: 'POST', resource: '/api/v1/payments/webhook', body, isBase64Encoded: false },
    headers: { 'Content-Type': 'application/json', [signatureHeader]: signBody(body, secret, Date.now()) },
    requestContext: { requestId: 'request-1', requestTimeEpoch: Date.now(), authorizer: null },
  };
  const answer = await handler(event as unknown as APIGatewayProxyEvent);
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

describe('POST /payments/webhook', () => {
  it('looks at nothing before it has verified the signature', async () => {
    expect(await tell({ type: 'charge.completed' }, 'guessed')).toMatchObject({ status: 401 });
    expect(await tell({ type: 'payout.created' }, 'guessed')).toMatchObject({ status: 401 });
  });

  it('receives what is of no concern, since the provider would send it for ever', async () => {
    expect(await tell({ type: 'payout.created', amount: 'all' }, 'secret')).toEqual({ status: 200, body: { received: true } });
  });

  it('names what is wrong with a report', async () => {
    const { status, body } = await tell({ type: 'charge.completed', chargeId: 'ch_1' }, 'secret');
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toContain('/reference');
  });
});
