import { describe, expect, it } from 'vitest';
import { readCancelledKey, readChargeRequest } from './charge-request.ts';

const request = {
  amount: { amountMinor: 1250, currency: 'EUR' },
  source: 'tok_ok',
  callbackUrl: 'http://127.0.0.1:4566/webhook',
  reference: { organizationId: 'organization', orderId: 'order', attempt: 1 },
};

describe('readChargeRequest', () => {
  it('reads what it needs and leaves the rest', () => {
    expect(readChargeRequest(JSON.stringify({ ...request, more: true }))).toEqual(request);
  });

  it.each([
    '',
    'null',
    '[]',
    ...[
      { amount: { amountMinor: 0.5, currency: 'EUR' } },
      { amount: 5 },
      { source: null },
      { callbackUrl: 'file:///etc/passwd' },
    ].map((wrong) => JSON.stringify({ ...request, ...wrong })),
    JSON.stringify({ ...request, reference: { orderId: 'order' } }),
  ])('is not one: %s', (body) => {
    expect(readChargeRequest(body)).toBeUndefined();
  });
});

describe('readCancelledKey', () => {
  it('reads the key, or nothing', () => {
    expect(readCancelledKey('{"idempotencyKey":"order:1"}')).toBe('order:1');
    expect(readCancelledKey('{}')).toBeUndefined();
    expect(readCancelledKey('order:1')).toBeUndefined();
  });
});
