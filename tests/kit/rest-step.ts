import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { RouteKey } from '../../functions/shared/rest/answer.ts';
import { type Answer, EarlyAnswer, type ReplayedAnswer } from '../../functions/shared/rest/answer.ts';
import type { Operation, RestCall, RestContext, RestStep } from '../../functions/shared/rest/rest-call.ts';
import type { Route } from '../../functions/shared/rest/route.ts';
import { orderOperations } from '../../generated/rest/order.ts';
import { lambdaContext } from './lambda-context.ts';
import { gatewayEvent, newCause } from './rest-request.ts';

/** What the steps before leave for the step under test; made as if they had run. */
export type Before = Partial<RestCall> & { operation?: Partial<Operation> };

const answers = async (): Promise<APIGatewayProxyResult> => ({ statusCode: 200, headers: {}, body: '{}' });
const neverRun: Route = {
  key: 'GET /orders/{orderId}',
  run: () => Promise.reject(new Error('the route is not part of this test')),
};

/** Runs one step of the REST chain around a handler. @throws what the step or the handler throws, if the step makes no response of it */
export async function runStep(
  step: RestStep,
  {
    event = gatewayEvent('GET /orders/{orderId}'),
    before = {},
    handler = answers,
  }: {
    event?: APIGatewayProxyEvent;
    before?: Before;
    handler?: (event: APIGatewayProxyEvent, context: RestContext) => Promise<APIGatewayProxyResult>;
  } = {},
): Promise<{ response: APIGatewayProxyResult; call: RestCall }> {
  const { operation, ...given } = before;
  const matched = { operation: { ...orderOperations.getOrder, ...operation }, route: neverRun };
  const context: RestContext = { ...lambdaContext(), call: { cause: newCause(), matched, ...given } };
  const chain = middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error, RestContext>().use(step).handler(handler);
  const response = await chain(event, context);
  return { response, call: context.call };
}

/** A route as the chain holds it, among routes of any key. */
export function anyRoute<Key extends RouteKey>(route: Route<Key>): Route {
  const { only = neverRun } = heldRoutes<{ only: { route: Key } }>({ only: route });
  return only;
}

/** As `restHandler` takes them. */
const heldRoutes = <Operations extends Record<string, { route: RouteKey }>>(
  routes: {
    [Id in keyof Operations & string]: Route<Operations[Id]['route']>;
  },
): Readonly<Record<string, Route>> => routes;

/** The answer with which a step ends a request early. */
export async function earlyAnswer(run: Promise<unknown>): Promise<Answer | ReplayedAnswer> {
  const thrown: unknown = await run.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (thrown instanceof EarlyAnswer) return thrown.answer;
  throw thrown ?? new Error('the step let the request pass');
}
