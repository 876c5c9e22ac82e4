import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { outcomeLog } from '../outcome-log.ts';
import type { RouteKey } from './answer.ts';
import { callerOf } from './caller.ts';
import { requestFields } from './request-fields.ts';
import type { Operation, RestContext } from './rest-call.ts';
import type { Route } from './route.ts';
import { commitAnswer } from './steps/commit-answer.ts';
import { checkCorrelationId, correlate } from './steps/correlate.ts';
import { type Authenticate, checkPermission, identifyCaller } from './steps/identify-caller.ts';
import { matchRoute } from './steps/match-route.ts';
import { problemResponses } from './steps/problem-responses.ts';
import { readInput } from './steps/read-input.ts';
import { replayResponse } from './steps/replay-response.ts';
import { corsHeaders, securityHeaders } from './steps/response-headers.ts';

type Table = Readonly<Record<string, Operation & { route: RouteKey }>>;

/**
 * The API Lambda of a domain: its operations from the contract, and a route for each. What happens to a request, and in which
 * order, is this chain. Steps run from top to bottom, and from bottom to top when they see the response. Refusals are thrown.
 */
export const restHandler = <Operations extends Table>(
  operations: Operations,
  routes: { [Id in keyof Operations & string]: Route<Operations[Id]['route']> },
  authenticate: Authenticate = callerOf,
) =>
  middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error, RestContext>()
    .use(correlate())
    .use(outcomeLog('request', requestFields))
    .use(securityHeaders())
    .use(corsHeaders())
    .use(problemResponses())
    .use(checkCorrelationId())
    .use(matchRoute(operations, routes))
    .use(identifyCaller(authenticate))
    .use(checkPermission())
    .use(readInput())
    .use(replayResponse())
    .handler(commitAnswer);
