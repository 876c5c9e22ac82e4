import { type Metadata, status } from '@grpc/grpc-js';
import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { VerifyTokenResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { lambdaContext } from '../../tests/kit/lambda-context.ts';
import { newCause } from '../../tests/kit/rest-request.ts';
import { startStubAuth, startStubTwin, type TwinAnswer } from '../../tests/kit/stub-auth.ts';
import { authClient } from '../shared/auth/auth-client.ts';
import { log } from '../shared/log.ts';
import { handler } from './authorizer.ts';
import { partnerSecret, secretHashOf } from './model/plans/partner-key.ts';
import { partnerMeterReady, putNewPartnerMeter, removePartnerMeter } from './store/plans/meter-table.ts';

const at = '2026-11-22T10:00:00.000Z';
const sharedMeterKey = 'newOrganizationsOfStagetest';
const table = emptyTable('auth', { SHARED_METER_KEY: sharedMeterKey });
const valid = VerifyTokenResponse.fromPartial({
  isValid: true,
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:read', 'product:write'],
  locals: ['mill', 'press'],
  active: true,
});

/** A real service that knows one token, fails on another and leaves a third without an answer; its REST twin is as the test says. */
const shown: { token: string; metadata: Metadata }[] = [];
let twinAnswer: TwinAnswer = { status: 503 };
const stops: (() => void)[] = [];

beforeAll(async () => {
  const auth = await startStubAuth({
    verifyToken({ request, metadata }, callback) {
      shown.push({ token: request.token, metadata });
      if (request.token === 'good') callback(null, valid);
      else if (request.token === 'unanswered') callback({ code: status.UNAVAILABLE, details: 'the auth table is out of reach' });
      else if (request.token !== 'ignored') callback(null, VerifyTokenResponse.fromPartial({ errorMessage: 'expired' }));
    },
  });
  const twin = await startStubTwin(() => twinAnswer);
  stops.push(auth.stop, twin.stop);
  vi.stubEnv('AUTH_GRPC_TARGET', `127.0.0.1:${auth.port}`);
  vi.stubEnv('AUTH_TWIN_URL', twin.url);
  vi.stubEnv('AUTH_TLS', 'off');
});
beforeEach(() => {
  shown.length = 0;
  twinAnswer = { status: 503 };
  // Not one of the verifications that go to the twin anyway.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  authClient().close();
  vi.unstubAllEnvs();
  for (const stop of stops) stop();
});

const requestId = '6f1c2d3e-0000-4000-8000-000000000001';
/** What the authorizer reads of the event, with these headers. */
const eventWith = (headers: Record<string, string>) =>
  ({
    type: 'REQUEST',
    methodArn: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/POST/api/v1/orders',
    headers,
    requestContext: { requestId },
  }) as unknown as APIGatewayRequestAuthorizerEvent;

/** Asks the authorizer as the gateway does. */
const authorize = (headers: Record<string, string>) => handler(eventWith(headers), { ...lambdaContext(), cause: newCause() });
const withToken = (token: string) => authorize({ Authorization: `Bearer ${token}` });

const wholeStage = 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/*';
const policy = (Effect: 'Allow' | 'Deny') => ({
  Version: '2012-10-17',
  Statement: [{ Action: 'execute-api:Invoke', Effect, Resource: wholeStage }],
});
const denied = { principalId: 'unknown', policyDocument: policy('Deny') };

describe('the authorizer', () => {
  it('lets a good token through to the whole stage and names the caller, in strings', async () => {
    expect(await withToken('good')).toEqual({
      principalId: 'pep',
      policyDocument: policy('Allow'),
      context: {
        userId: 'pep',
        organizationId: 'olivar',
        permissions: 'product:read product:write',
        localIds: 'mill press',
        secondsToQuotaReset: expect.stringMatching(/^[1-9][0-9]{0,4}$/),
      },
      usageIdentifierKey: sharedMeterKey,
    });
  });

  describe('names the key under which the gateway counts the call:', () => {
    const secret = partnerSecret('a'.repeat(43));
    const key = {
      keyId: '0193a000-0000-7000-8000-0000000000a1',
      organizationId: 'olivar',
      name: 'Recetas',
      issuedAt: at,
      issuedBy: 'eva',
      secretHash: secretHashOf(secret),
    };
    const withKey = async (sent: string) => {
      const { usageIdentifierKey } = await authorize({ Authorization: 'Bearer good', 'X-Api-Key': sent });
      return usageIdentifierKey;
    };

    it('that of the partner, from when the gateway knows it until it is revoked', async () => {
      table.put(putNewPartnerMeter(key));
      expect(await withKey(secret)).toBe(sharedMeterKey);
      table.put(partnerMeterReady(key, at));
      expect(await withKey(secret)).toBe('partner0193a0000000700080000000000000a1');
      table.put(removePartnerMeter(key));
      expect(await withKey(secret)).toBe(sharedMeterKey);
    });

    it('not that of another organization’s partner, nor one that was made up', async () => {
      const foreign = { ...key, organizationId: 'huerta' };
      table.put(putNewPartnerMeter(foreign));
      table.put(partnerMeterReady(foreign, at));
      expect(await withKey(secret)).toBe(sharedMeterKey);
      expect(await withKey('organizationolivar')).toBe(sharedMeterKey);
    });

    it('none for a key without a token: it authenticates nobody', async () => {
      table.put(putNewPartnerMeter(key));
      table.put(partnerMeterReady(key, at));
      await expect(authorize({ 'X-Api-Key': secret })).rejects.toThrow(/^Unauthorized$/);
    });

    it('the shared one when the table has no answer: nobody is refused', async () => {
      const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
      table.failNextCall('unreachable');
      expect(await withKey(secret)).toBe(sharedMeterKey);
      expect(warn.mock.calls[0]?.[0]).toBe('call counted under the shared key');
    });
  });

  it('throws Unauthorized for a bad token, of which the gateway makes a 401', async () => {
    await expect(withToken('old')).rejects.toThrow(/^Unauthorized$/);
  });

  it.each<Record<string, string>>([{}, { Authorization: 'Basic cGVwOnBlcA==' }, { Authorization: 'Bearer' }])(
    'does the same without a token, and asks nobody: %j',
    async (headers) => {
      await expect(authorize(headers)).rejects.toThrow(/^Unauthorized$/);
      expect(shown).toEqual([]);
    },
  );

  it('hands on the client’s correlation id, or the gateway’s when there is none or it is malformed', async () => {
    const good = { Authorization: 'Bearer good' };
    await authorize({ ...good, 'x-correlation-id': 'order-of-monday' });
    await authorize({ ...good, 'X-Correlation-Id': 'no good\n' });
    await authorize(good);
    expect(shown.map(({ metadata }) => metadata.get('x-correlation-id'))).toEqual([
      ['order-of-monday'],
      [requestId],
      [requestId],
    ]);
  });

  it('writes one line for each request: who it was, or why they were refused', async () => {
    const info = vi.spyOn(log, 'info').mockImplementation(() => {});
    await withToken('good');
    await withToken('old').catch(() => {});
    await authorize({}).catch(() => {});
    const line = { correlationId: requestId, requestId, traceparent: expect.any(String), durationMs: expect.any(Number) };
    expect(info.mock.calls).toEqual([
      ['authorization', { ...line, outcome: 'allowed', userId: 'pep', organizationId: 'olivar' }],
      ['authorization', { ...line, outcome: 'refused', reason: 'expired' }],
      ['authorization', { ...line, outcome: 'refused', reason: 'no-token' }],
    ]);
  });

  // From here on the breaker of this process counts faults.
  it('denies, and neither lets through nor throws, when Auth has no answer', async () => {
    const error = vi.spyOn(log, 'error').mockImplementation(() => {});
    expect(await withToken('unanswered')).toEqual(denied);
    expect(shown).toHaveLength(2);
    expect(error).toHaveBeenCalledExactlyOnceWith('authorization failed', {
      correlationId: requestId,
      cause: expect.stringContaining('AuthUnavailableError'),
    });
  });

  it('asks the twin when the service has no answer, and throws Unauthorized if the twin does not know the token', async () => {
    twinAnswer = { body: valid };
    expect(await withToken('unanswered')).toMatchObject({ principalId: 'pep', policyDocument: policy('Allow') });
    twinAnswer = { body: { isValid: false, errorMessage: 'expired' } };
    await expect(withToken('unanswered')).rejects.toThrow(/^Unauthorized$/);
  });

  it('denies within its 3 seconds when neither gives an answer', async () => {
    twinAnswer = 'silence';
    const startedAtMs = performance.now();
    expect(await withToken('ignored')).toEqual(denied);
    expect(performance.now() - startedAtMs).toBeLessThan(2900);
  });
});
