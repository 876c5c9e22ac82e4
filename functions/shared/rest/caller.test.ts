import { describe, expect, it } from 'vitest';
import { isCorrelationId } from '../trace.ts';
import { requestCause } from './caller.ts';

const requestId = '6f1c2d3e-0000-4000-8000-000000000001';
type Request = Parameters<typeof requestCause>[0];
const request = (headers: Record<string, string>, requestContext: object = { requestId }) =>
  ({ headers, requestContext }) as unknown as Request;

describe('requestCause', () => {
  it('keeps the client’s correlation id when it is well formed, else takes the gateway’s request id', () => {
    expect(requestCause(request({ 'x-correlation-id': 'order-of-monday' })).correlationId).toBe('order-of-monday');
    expect(requestCause(request({ 'X-Correlation-Id': 'no good\n' })).correlationId).toBe(requestId);
    expect(requestCause(request({})).correlationId).toBe(requestId);
  });

  it.each([{}, { requestId: undefined }, { requestId: '' }])('mints one where the gateway gave none: %j', (context) => {
    const { correlationId, causationId } = requestCause(request({}, context));
    expect(isCorrelationId(correlationId)).toBe(true);
    expect(causationId).toEqual(expect.any(String));
  });
});
