import { describe, expect, it } from 'vitest';
import { orderOperations } from '../../../../generated/rest/order.ts';
import { gatewayEvent } from '../../../../tests/kit/rest-request.ts';
import { earlyAnswer, runStep } from '../../../../tests/kit/rest-step.ts';
import { notFound } from '../answer.ts';
import type { Route } from '../route.ts';
import { matchRoute } from './match-route.ts';

const { getOrder, getTimeline } = orderOperations;
const operations = { getOrder, getTimeline };
const routes = {
  getOrder: { key: 'GET /orders/{orderId}', run: async () => notFound() },
  getTimeline: { key: 'GET /orders/{orderId}/timeline', run: async () => notFound() },
} satisfies Record<string, Route>;

describe('matchRoute', () => {
  it('finds the operation and its route by method and path template', async () => {
    for (const id of ['getOrder', 'getTimeline'] as const) {
      const event = gatewayEvent(operations[id].route, { params: { orderId: '1' } });
      const { call } = await runStep(matchRoute(operations, routes), { event });
      expect(call.matched).toEqual({ operation: operations[id], route: routes[id] });
    }
  });

  it.each(['GET /orders', 'POST /orders/{orderId}', 'GET /orders/{orderId}/'])('answers %s with 404', async (unknown) => {
    const event = gatewayEvent(unknown);
    expect(await earlyAnswer(runStep(matchRoute(operations, routes), { event }))).toMatchObject({ status: 404 });
  });

  it('is not made with a route missing or in another one’s place', () => {
    expect(() => matchRoute(operations, { getOrder: routes.getOrder })).toThrow('GET /orders/{orderId}/timeline needs a route');
    expect(() => matchRoute(operations, { getOrder: routes.getTimeline, getTimeline: routes.getOrder })).toThrow(TypeError);
  });
});
