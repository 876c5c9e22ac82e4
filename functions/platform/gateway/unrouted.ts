import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { routes } from '../../../generated/rest/routes.ts';
import { outcomeLog } from '../../shared/outcome-log.ts';
import { refuse } from '../../shared/rest/answer.ts';
import { requestFields } from '../../shared/rest/request-fields.ts';
import { responseOf } from '../../shared/rest/response.ts';
import type { RestContext } from '../../shared/rest/rest-call.ts';
import { correlate } from '../../shared/rest/steps/correlate.ts';
import { problemResponses } from '../../shared/rest/steps/problem-responses.ts';
import { corsHeaders, securityHeaders } from '../../shared/rest/steps/response-headers.ts';

const methodsByPath = Object.groupBy(routes, ({ path }) => path);

/**
 * Gets every request whose path the contract knows and whose method it does not: preflight requests of browsers, and mistakes. It
 * imports no SDK, so that a cold start adds little to the first request of a page.
 */
export const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error, RestContext>()
  .use(correlate())
  .use(outcomeLog('request', requestFields))
  .use(securityHeaders())
  .use(corsHeaders())
  .use(problemResponses())
  .handler(({ httpMethod, resource }, { call }) => {
    const allowed = allowedMethods(resource.replace(/^\/api\/v1/, ''));
    if (httpMethod !== 'OPTIONS') {
      refuse('method-not-allowed', { detail: `this path takes ${allowed}`, headers: { Allow: allowed } });
    }
    const headers = { Allow: allowed, 'Access-Control-Allow-Methods': allowed };
    return responseOf({ status: 204, body: undefined, headers }, call.cause.correlationId);
  });

const allowedMethods = (path: string) => [...(methodsByPath[path] ?? []).map(({ method }) => method), 'OPTIONS'].join(', ');
