import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { eventBreaches } from '../kit/answer-check.ts';
import { grpcAuthLinesWith, linesWith } from '../kit/logs.ts';
import { letterTo } from '../kit/mail.ts';
import { type Market, openMarket } from '../kit/market.ts';
import { audited, type Card, oneOfEach, orderBody, orderEnded, placeOrder, readTimeline } from '../kit/orders.ts';
import { call, callPath, newIdempotencyKey } from '../kit/rest.ts';
import { readExecution } from '../kit/saga-control.ts';
import { expectSound } from '../kit/sound-market.ts';

/** The Lambdas that any order passes, from the edge to the charge. */
const everyOrder = [
  'functions/auth/authorizer.ts',
  'functions/order/rest.ts',
  'functions/platform/outbox-relay/handler.ts',
  'functions/order/saga-starter.ts',
  'functions/inventory/saga-tasks/reserve-stock.ts',
  'functions/payment/saga-tasks/charge-payment.ts',
  'functions/platform/payment-simulator/rest.ts',
  'functions/platform/payment-simulator/callbacks.ts',
  'functions/payment/rest.ts',
  'functions/payment/consumer.ts',
  'functions/order/consumer.ts',
  'functions/notification/consumer.ts',
  'functions/audit/consumer.ts',
];

const wayOf: Record<'confirmed' | 'cancelled', { card: Card; lambdas: string[]; events: string[] }> = {
  confirmed: {
    card: 'tok_ok',
    lambdas: [...everyOrder, 'functions/order/saga-tasks/confirm-order.ts', 'functions/shipping/consumer.ts'],
    events: [
      'order.created',
      'inventory.reserved',
      'inventory.updated',
      'payment.initiated',
      'payment.completed',
      'order.confirmed',
      'shipping.created',
      'notification.sent',
    ],
  },
  cancelled: {
    card: 'tok_declined',
    lambdas: [
      ...everyOrder,
      'functions/order/saga-tasks/cancel-order.ts',
      'functions/payment/saga-tasks/refund-payment.ts',
      'functions/inventory/saga-tasks/release-stock.ts',
      'functions/inventory/consumer.ts',
      'functions/shipping/consumer.ts',
    ],
    events: [
      'order.created',
      'inventory.reserved',
      'payment.initiated',
      'payment.failed',
      'order.cancelled',
      'inventory.released',
      'notification.sent',
    ],
  },
};

/** Customers read Spanish unless they say otherwise. */
const endInSpanish = { confirmed: /pedido está confirmado/, cancelled: /pedido se ha cancelado/ };

async function expectTraced(market: Market, end: keyof typeof wayOf) {
  const { card, lambdas, events } = wayOf[end];
  const correlationId = `checkout-${randomUUID()}`;
  const traceId = randomUUID().replaceAll('-', '');
  const headers = { 'x-correlation-id': correlationId, traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  const placed = await placeOrder(market, { card, headers });
  const { orderId } = placed.body;
  expect(placed.correlationId).toBe(correlationId);
  expect((await orderEnded(market, orderId)).status).toBe(end);
  await expectSound(market);

  await eventually('a log line of every Lambda on the way', async () => {
    const written = new Set((await linesWith(correlationId)).map(({ entry }) => entry));
    const silent = lambdas.filter((entry) => !written.has(entry));
    if (silent.length > 0) throw new Error(`none of ${silent.join(', ')}`);
    return true;
  });
  // One verification in a hundred goes through the REST twin.
  const overTwin = (await linesWith(correlationId)).filter(({ entry }) => entry === 'functions/auth/twins.ts');
  const overGrpc = await grpcAuthLinesWith(correlationId);
  const verification = { code: 'OK', method: expect.stringMatching(/VerifyToken$/) };
  if (overTwin.length === 0) expect(overGrpc).toContainEqual(expect.objectContaining(verification));
  const trail = await audited(market, { correlationId });
  expect(trail.map(({ detailType }) => detailType)).toEqual(expect.arrayContaining(events));
  for (const event of trail) {
    expect(eventBreaches(event)).toEqual([]);
    expect(event.metadata).toMatchObject({ correlationId, organizationId: market.organizationId });
    expect(event.metadata.traceparent).toContain(traceId);
  }
  const ofOrder = await audited(market, { aggregateId: orderId });
  expect(ofOrder.map(({ metadata }) => metadata.correlationId)).toEqual(ofOrder.map(() => correlationId));
  const { input, status } = await readExecution(orderId);
  expect(input).toMatchObject({ orderId, correlationId, organizationId: market.organizationId });
  expect(status).toBe('SUCCEEDED');
  expect((await readTimeline(market, orderId)).correlationId).toBe(correlationId);
  expect((await letterTo(market.buyer.email, endInSpanish[end])).text).toContain(correlationId);
}

describe('the correlation id of a request', () => {
  it('is in its answer, every log on the way, every event, the execution, the audit trail and the letter of a confirmed order', async () => {
    await expectTraced(await openMarket(), 'confirmed');
  });

  it('is in all of them of a cancelled order too', async () => {
    await expectTraced(await openMarket(), 'cancelled');
  });

  it('is minted when the client sends none, one for each request', async () => {
    const market = await openMarket();
    const answers = [await placeOrder(market), await placeOrder(market)];
    const ids = answers.map(({ correlationId }) => correlationId);
    expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(new Set(ids).size).toBe(2);
    for (const { body, correlationId } of answers) {
      await orderEnded(market, body.orderId);
      expect((await readTimeline(market, body.orderId)).correlationId).toBe(correlationId);
    }
    await expectSound(market);
  });

  it('is refused when it is not well formed, before anything happens', async () => {
    const market = await openMarket();
    const headers = { ...newIdempotencyKey(), 'x-correlation-id': 'not "well" formed' };
    const answer = await call('POST /orders', { token: market.buyer.token, headers, body: orderBody(oneOfEach(market)) });
    expect(answer.status).toBe(400);
    expect(answer.correlationId).not.toBe(headers['x-correlation-id']);
    expect(answer.body.correlationId).toBe(answer.correlationId);
  });

  it('is the gateway’s own in answers that are born there: its templates know no condition', async () => {
    const headers = { 'x-correlation-id': `nowhere-${randomUUID()}` };
    for (const answer of [await callPath('GET', '/nowhere', { headers }), await call('GET /locals', { headers })]) {
      expect(answer.correlationId).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
      expect(answer.body.correlationId).toBe(answer.correlationId);
    }
  });
});
