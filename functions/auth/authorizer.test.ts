import { type Metadata, status } from '@grpc/grpc-js';
import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { VerifyTokenResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { startStubAuth, startStubTwin, type TwinAnswer } from '../../tests/kit/stub-auth.ts';
import { authClient } from '../shared/auth/auth-client.ts';
import { AuthUnavailableError } from '../shared/auth/auth-unavailable-error.ts';
import { handler } from './authorizer.ts';

const valid = VerifyTokenResponse.fromPartial({
  isValid: true,
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:read', 'product:write'],
  locals: ['mill', 'press'],
  active: true,
});

/** A real service that knows one token, and one it has no answer for; its REST twin is as the test says. */
const shown: { token: string; metadata: Metadata }[] = [];
let twinAnswer: TwinAnswer = { status: 503 };
const stops: (() => void)[] = [];

beforeAll(async () => {
  const auth = await startStubAuth({
    verifyToken({ request, metadata }, callback) {
      shown.push({ token: request.token, metadata });
      if (request.token === 'good') callback(null, valid);
      else if (request.token === 'unanswered') callback({ code: status.UNAVAILABLE, details: 'the auth table is out of reach' });
      else if (request.token !== 'unheard') callback(null, VerifyTokenResponse.fromPartial({ errorMessage: 'expired' }));
    },
  });
  const twin = await startStubTwin(() => twinAnswer);
  stops.push(auth.stop, twin.stop);
  process.env.AUTH_GRPC_TARGET = `127.0.0.1:${auth.port}`;
  process.env.AUTH_TWIN_URL = twin.url;
  process.env.AUTH_TLS = 'off';
});
beforeEach(() => {
  shown.length = 0;
  twinAnswer = { status: 503 };
  // Not one of the verifications that go through the twin in any case.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  authClient().close();
  for (const stop of stops) stop();
});

const requestId = '6f1c2d3e-0000-4000-8000-000000000001';
/** What the authorizer reads of the event. */
const event = (headers: Record<string, string>) =>
  ({
    type: 'REQUEST',
    methodArn: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/POST/api/v1/orders',
    headers,
    requestContext: { requestId },
  }) as unknown as APIGatewayRequestAuthorizerEvent;

describe('the authorizer', () => {
  it('lets a good token through to the whole stage and says who calls, in strings', async () => {
    const result = await handler(event({ Authorization: 'Bearer good' }));
    expect(result).toEqual({
      principalId: 'pep',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/*',
          },
        ],
      },
      context: { userId: 'pep', organizationId: 'olivar', permissions: 'product:read product:write', localIds: 'mill press' },
    });
  });

  it('says Unauthorized, as the gateway wants it for a 401, to a bad token', async () => {
    await expect(handler(event({ Authorization: 'Bearer old' }))).rejects.toThrow(/^Unauthorized$/);
  });

  it.each<Record<string, string>>([{}, { Authorization: 'Basic cGVwOnBlcA==' }, { Authorization: 'Bearer' }])(
    'and without one, asking nobody: %j',
    async (headers) => {
      await expect(handler(event(headers))).rejects.toThrow(/^Unauthorized$/);
      expect(shown).toEqual([]);
    },
  );

  it('hands on the caller’s correlation id, or the gateway’s when there is none or it is malformed', async () => {
    await handler(event({ Authorization: 'Bearer good', 'x-correlation-id': 'order-of-monday' }));
    await handler(event({ Authorization: 'Bearer good', 'X-Correlation-Id': 'no good\n' }));
    await handler(event({ Authorization: 'Bearer good' }));
    expect(shown.map(({ metadata }) => metadata.get('x-correlation-id'))).toEqual([
      ['order-of-monday'],
      [requestId],
      [requestId],
    ]);
  });

  // From here on the breaker of this process's client counts faults.
  it('never says Unauthorized, nor lets anybody through, when Auth has no answer', async () => {
    const outcome = await handler(event({ Authorization: 'Bearer unanswered' })).catch((thrown: unknown) => thrown);
    expect(outcome).toBeInstanceOf(AuthUnavailableError);
    expect(shown).toHaveLength(2);
  });

  it('asks the twin when the service has no answer, and says Unauthorized if the twin does not know the token', async () => {
    twinAnswer = { body: valid };
    expect(await handler(event({ Authorization: 'Bearer unanswered' }))).toMatchObject({ principalId: 'pep' });
    twinAnswer = { body: { isValid: false, errorMessage: 'expired' } };
    await expect(handler(event({ Authorization: 'Bearer unanswered' }))).rejects.toThrow(/^Unauthorized$/);
  });

  it('tells an outage of both within its 3 seconds', async () => {
    twinAnswer = 'silence';
    const startedAt = performance.now();
    await expect(handler(event({ Authorization: 'Bearer unheard' }))).rejects.toThrow(AuthUnavailableError);
    expect(performance.now() - startedAt).toBeLessThan(2900);
  });
});
