import { describe, expect, it } from 'vitest';
import { PermanentFault } from '../../shared/faults.ts';
import { endedExecutionFrom } from './ended-execution.ts';

const order = {
  orderId: '0193a000-0000-7000-8000-00000000000a',
  organizationId: '0193a000-0000-7000-8000-00000000000b',
  customerId: '0193a000-0000-7000-8000-00000000000c',
  lines: [
    {
      productId: '0193a000-0000-7000-8000-000000000001',
      localId: '0193a000-0000-7000-8000-0000000000ff',
      name: 'Ham',
      quantity: 1,
      unitPrice: { amountMinor: 1250, currency: 'EUR' },
    },
  ],
  totalAmount: { amountMinor: 1250, currency: 'EUR' },
  paymentMethod: { token: 'tok_ok' },
  correlationId: 'checkout-7f3a9c21',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  causationId: '0193a000-0000-7000-8000-0000000000e0',
};
const eventId = '315c1398-40ff-a850-213b-158f73e60175';
const bodyOf = (detail: unknown) =>
  JSON.stringify({
    id: eventId,
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    time: '2026-11-22T12:00:00Z',
    detail,
  });

describe('endedExecutionFrom', () => {
  it('finds the order in the input of the execution', () => {
    const body = bodyOf({ status: 'TIMED_OUT', name: order.orderId, input: JSON.stringify(order), output: null });
    expect(endedExecutionFrom(body)).toEqual({ eventId, status: 'TIMED_OUT', order });
  });

  it.each([
    ['no JSON', 'ham'],
    ['no event', '{}'],
    ['an input that was left out', bodyOf({ status: 'FAILED', input: null, inputDetails: { included: false } })],
    ['an input that is no JSON', bodyOf({ status: 'FAILED', input: 'ham' })],
    ['an input that is no order', bodyOf({ status: 'FAILED', input: JSON.stringify({ ...order, lines: [] }) })],
  ])('refuses %s for good', (_, body) => {
    expect(() => endedExecutionFrom(body)).toThrow(PermanentFault);
  });
});
