import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import { authClient } from '../shared/auth/auth-client.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import type { Cause } from '../shared/cause.ts';
import { causeText } from '../shared/faults.ts';
import { log } from '../shared/log.ts';
import { outcomeLog } from '../shared/outcome-log.ts';
import { requestCause } from '../shared/rest/caller.ts';
import { bearerToken, header } from '../shared/rest/header.ts';
import { type Authorization, authorizerResult } from './model/authorization.ts';
import { secondsToQuotaReset } from './model/plans/meter.ts';
import { calledUnder } from './store/plans/called-under.ts';
import { findOrganizationMeter } from './store/plans/meter-table.ts';

await readAhead({
  'connection to Auth': () => authClient().connect(),
  'connection to the table': () => findOrganizationMeter('none'),
});

/** Lambda's context; `correlate` adds the cause to it. */
type AuthorizerContext = Context & { cause: Cause };
type Step = MiddlewareObj<APIGatewayRequestAuthorizerEvent, Authorization, Error, AuthorizerContext>;

const correlate = (): Step => ({
  before: ({ event: { headers, requestContext }, context }) => {
    const cause = requestCause({ headers: headers ?? {}, requestContext: { ...requestContext, authorizer: undefined } });
    Object.assign(context, { cause });
  },
});

/** A fault of ours is no reason to refuse anybody. It is returned, since a throw would end the process on some platforms. */
const unavailableOnFault = (): Step => ({
  onError: (request) => {
    log.error('authorization failed', { correlationId: request.context.cause.correlationId, cause: causeText(request.error) });
    request.response = { outcome: 'unavailable' };
  },
});

const authorize = middy<APIGatewayRequestAuthorizerEvent, Authorization, Error, AuthorizerContext>()
  .use(correlate())
  .use(outcomeLog('authorization', lineOf))
  .use(unavailableOnFault())
  .handler(async ({ headers }, { cause }) => {
    const token = bearerToken(headers);
    if (token === undefined) return { outcome: 'refused', reason: 'no-token' };
    const verification = await authClient().verifyToken(token, cause);
    if (!verification.isValid) return { outcome: 'refused', reason: verification.reason };
    const { userId, organizationId, permissions, localIds } = verification;
    const meterKey = await calledUnder(organizationId, header(headers, 'x-api-key'), cause.correlationId);
    const day = { secondsToQuotaReset: secondsToQuotaReset(Date.now()) };
    return { outcome: 'allowed', userId, organizationId, permissions, localIds, meterKey, ...day };
  });

/**
 * Identifies the caller of a request, and names the key under which the gateway counts it against a usage plan; the route checks what
 * they may do. A partner's key identifies nobody: without a good token the request is refused before anybody looks at the key. Throws only for a bad token, since the gateway answers 401
 * to exactly the text 'Unauthorized'. When Auth cannot be reached it denies, which the gateway answers with 503.
 */
export const handler = async (
  event: APIGatewayRequestAuthorizerEvent,
  context: AuthorizerContext,
): Promise<APIGatewayAuthorizerResult> => {
  const authorization = await authorize(event, context);
  if (authorization.outcome === 'refused') throw new Error('Unauthorized');
  return authorizerResult(authorization, event.methodArn);
};

type Seen = {
  event: APIGatewayRequestAuthorizerEvent;
  context: AuthorizerContext;
  response: Authorization | null | undefined;
};

function lineOf({ event, context, response }: Seen) {
  const { correlationId, traceparent } = context.cause;
  return {
    outcome: response?.outcome,
    ...(response?.outcome === 'refused' && { reason: response.reason }),
    ...(response?.outcome === 'allowed' && { userId: response.userId, organizationId: response.organizationId }),
    correlationId,
    // The gateway's own answers carry this id instead of the client's.
    requestId: event.requestContext.requestId,
    traceparent,
  };
}
