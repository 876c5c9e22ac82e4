import { describe, expect, it } from 'vitest';
import { gatewayEvent } from '../../../../tests/kit/rest-request.ts';
import { earlyAnswer, runStep } from '../../../../tests/kit/rest-step.ts';
import { checkCorrelationId, correlate } from './correlate.ts';

const withId = (id?: string) =>
  gatewayEvent('GET /orders/{orderId}', { headers: id === undefined ? {} : { 'x-correlation-id': id } });

describe('correlate', () => {
  it('gives the request its cause, and the response the same correlation id', async () => {
    const { response, call } = await runStep(correlate(), { event: withId('order-of-monday') });
    expect(call).toEqual({ cause: expect.objectContaining({ correlationId: 'order-of-monday' }) });
    expect(response.headers).toEqual({ 'X-Correlation-Id': 'order-of-monday' });
  });

  it('takes the gateway’s request id where the client sent none or a malformed one', async () => {
    for (const event of [withId(), withId('no good')]) {
      const { response } = await runStep(correlate(), { event });
      expect(response.headers).toEqual({ 'X-Correlation-Id': event.requestContext.requestId });
    }
  });

  it('leaves a fault to the step that makes a response of it', async () => {
    const handler = () => Promise.reject(new Error('broken'));
    await expect(runStep(correlate(), { event: withId(), handler })).rejects.toThrow('broken');
  });
});

describe('checkCorrelationId', () => {
  it.each(['12345678', 'a-B_3'.repeat(12)])('lets %s pass', async (id) => {
    await runStep(checkCorrelationId(), { event: withId(id) });
  });

  it('lets a request without one pass', async () => {
    await runStep(checkCorrelationId(), { event: withId() });
  });

  it.each(['short', 'x'.repeat(65), 'with space', 'line\nbreak', ''])('refuses %j with 400', async (id) => {
    expect(await earlyAnswer(runStep(checkCorrelationId(), { event: withId(id) }))).toMatchObject({
      status: 400,
      body: { type: expect.stringMatching(/malformed-header$/) },
    });
  });
});
