import { describe, expect, it } from 'vitest';
import { orderOperations } from '../../../../generated/rest/order.ts';
import { gatewayEvent, type Sent } from '../../../../tests/kit/rest-request.ts';
import { earlyAnswer, runStep } from '../../../../tests/kit/rest-step.ts';
import { maxBodyBytes } from '../request-body.ts';
import { readInput } from './read-input.ts';

const orderId = '0197a000-0000-7000-8000-000000000001';
const { cancelOrder, listOrdersOfCustomer } = orderOperations;
const read = (sent: Sent) =>
  runStep(readInput(), {
    event: gatewayEvent(cancelOrder.route, { params: { orderId }, ...sent }),
    before: { operation: cancelOrder },
  });
const list = (query: Record<string, string>) =>
  runStep(readInput(), {
    event: gatewayEvent(listOrdersOfCustomer.route, { params: { customerId: orderId }, query }),
    before: { operation: listOrdersOfCustomer },
  });

describe('readInput', () => {
  it('reads path, query, body, headers and the moment', async () => {
    const receivedAt = '2026-11-22T10:00:00.000Z';
    const { call } = await read({ rawBody: '{"reason" : "late"}', headers: { 'X-Some': 'Thing' }, receivedAt });
    expect(call.input).toEqual({
      params: { orderId },
      query: {},
      body: { reason: 'late' },
      rawBody: '{"reason" : "late"}',
      headers: { 'content-type': 'application/json', 'x-some': 'Thing' },
      sourceAddress: '192.0.2.1',
      receivedAt,
    });
  });

  it('makes numbers of query parameters that are numbers, and fills in defaults', async () => {
    expect((await list({ limit: '7' })).call.input?.query).toEqual({ limit: 7 });
    expect((await list({})).call.input?.query).toEqual({ limit: expect.any(Number) });
  });

  it.each<[number, string, Sent]>([
    [400, 'a body that is not JSON', { rawBody: '{' }],
    [404, 'an id that is no UUID', { params: { orderId: 'x' }, body: {} }],
    [413, 'a body that is too large', { rawBody: `"${'x'.repeat(maxBodyBytes)}"` }],
    [415, 'a body of another type', { body: {}, headers: { 'Content-Type': 'text/plain' } }],
    [422, 'a body that breaks its schema', { body: { reason: 7 } }],
    [422, 'a body with an unknown field', { body: { resaon: 'typo' } }],
    [422, 'ill-formed Unicode', { rawBody: '{"reason":"\\ud83e"}' }],
    [422, 'a query parameter that the route does not have', { query: { colour: 'red' }, body: {} }],
  ])('answers %i for %s', async (status, _, sent) => {
    expect(await earlyAnswer(read(sent))).toMatchObject({ status });
  });

  it('names every place that is wrong', async () => {
    expect(await earlyAnswer(read({ body: { reason: '\0', more: 1 } }))).toMatchObject({
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ path: '/reason' }),
          expect.objectContaining({ path: '/more' }),
        ]),
      },
    });
  });

  it('takes now for the moment when an emulator does not say', async () => {
    const event = gatewayEvent(cancelOrder.route, { params: { orderId }, body: {} });
    event.requestContext.requestTimeEpoch = 0;
    const { call } = await runStep(readInput(), { event, before: { operation: cancelOrder } });
    expect(Math.abs(Date.parse(call.input?.receivedAt ?? '') - Date.now())).toBeLessThan(5000);
  });
});
