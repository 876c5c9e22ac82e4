import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newCaller, newCause } from '../../tests/kit/rest-request.ts';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../tests/kit/stub-aws.ts';
import { callApi } from './api-call.ts';
import { callerOf } from './rest/caller.ts';

const paymentId = '0193a000-0000-7000-8000-00000000000c';
const caller = newCaller({ permissions: ['payment:read'], localIds: ['a', 'b'] });
const cause = newCause({ organizationId: caller.organizationId, userId: caller.userId });
const behalf = { caller, cause, receivedAt: '2026-11-22T10:00:00.000Z' };
const call = (timeoutMs = 1000) =>
  callApi('payment-rest', 'GET /payments/{paymentId}', { params: { paymentId } }, behalf, timeoutMs);

let answer: () => object | Promise<object> = () => ({});
let aws: StubAws;
beforeAll(async () => {
  aws = await startStubAws({ 'POST /2015-03-31/functions/payment-rest/invocations': () => answer() });
  for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
});
beforeEach(() => {
  aws.asked.length = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  aws.stop();
});
const response = (statusCode: number, body: object) => () => ({ statusCode, body: JSON.stringify(body) });

describe('callApi', () => {
  it('invokes the function as the gateway does, with the caller, the trace and the time of the request', async () => {
    answer = response(200, { paymentId });
    expect(await call()).toEqual({ outcome: 'answered', body: { paymentId } });
    const input = aws.asked[0]?.input;
    expect(input).toMatchObject({
      httpMethod: 'GET',
      resource: '/api/v1/payments/{paymentId}',
      pathParameters: { paymentId },
      headers: { 'X-Correlation-Id': cause.correlationId, traceparent: cause.traceparent },
      body: null,
      requestContext: { requestTimeEpoch: Date.parse(behalf.receivedAt) },
    });
    expect(callerOf(Object(input))).toEqual(caller);
  });

  it('says with which status the route refuses', async () => {
    answer = response(404, { title: 'Not found' });
    expect(await call()).toEqual({ outcome: 'refused', status: 404 });
  });

  it.each<[string, () => object | Promise<object>]>([
    ['the route has a fault', response(503, { title: 'Busy' })],
    ['the function breaks', () => ({ errorMessage: 'out of memory' })],
    ['Lambda is throttled', () => Promise.reject(new AwsRefusal('TooManyRequestsException', 429))],
  ])('throws when %s, and asks once', async (_, faulty) => {
    answer = faulty;
    await expect(call()).rejects.toThrow();
    expect(aws.asked).toHaveLength(1);
  });

  it('waits no longer than it is given', async () => {
    answer = () => new Promise(() => undefined);
    const startedAt = performance.now();
    await expect(call(50)).rejects.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(900);
  });
});
