import { type Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuthServiceServer, AuthServiceService, VerifyTokenResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { authClient } from '../shared/auth-client.ts';
import { AuthUnavailableError } from '../shared/auth-unavailable-error.ts';
import { handler } from './authorizer.ts';

const valid = VerifyTokenResponse.fromPartial({
  isValid: true,
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:read', 'product:write'],
  locals: ['mill', 'press'],
  active: true,
});

/** A real service that knows one token, and one it has no answer for. */
const server = new Server();
const shown: { token: string; metadata: Metadata }[] = [];
const unused = () => {
  throw new Error('not called in this test');
};

const service: AuthServiceServer = {
  verifyToken({ request, metadata }, callback) {
    shown.push({ token: request.token, metadata });
    if (request.token === 'good') callback(null, valid);
    else if (request.token === 'unanswered') callback({ code: status.UNAVAILABLE, details: 'the auth table is out of reach' });
    else callback(null, VerifyTokenResponse.fromPartial({ errorMessage: 'expired' }));
  },
  validateLocal: unused,
  getUserPermissions: unused,
};

beforeAll(async () => {
  server.addService(AuthServiceService, service);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  process.env.AUTH_GRPC_TARGET = `127.0.0.1:${port}`;
});
beforeEach(() => {
  shown.length = 0;
});
afterAll(() => {
  authClient().close();
  server.forceShutdown();
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

  it('never says Unauthorized, nor lets anybody through, when Auth has no answer', async () => {
    const outcome = await handler(event({ Authorization: 'Bearer unanswered' })).catch((thrown: unknown) => thrown);
    expect(outcome).toBeInstanceOf(AuthUnavailableError);
    expect(shown).toHaveLength(2);
  });

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
});
