import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { authClient } from '../shared/auth/auth-client.ts';
import { causeText } from '../shared/faults.ts';
import { log } from '../shared/log.ts';
import { bearerToken } from '../shared/rest/bearer-token.ts';
import { requestCause } from '../shared/rest/caller.ts';
import { wholeStage } from './model/stage-policy.ts';

/**
 * Says who calls; what they may do is checked by the route. Throws 'Unauthorized' for a bad token alone, since the gateway makes a
 * 401 of that very text; an outage throws something else, of which the gateway makes a 503.
 */
export const handler = async (event: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
  const startedAt = performance.now();
  const { correlationId, traceparent } = requestCause({
    headers: event.headers ?? {},
    requestContext: { ...event.requestContext, authorizer: undefined },
  });
  const line = (outcome: string) => ({
    outcome,
    correlationId,
    // A refusal that the gateway words bears this id in place of the client's.
    requestId: event.requestContext.requestId,
    traceparent,
    durationMs: Math.round(performance.now() - startedAt),
  });

  const token = bearerToken(event.headers);
  if (token === undefined) {
    log.info('authorization', line('no-token'));
    throw new Error('Unauthorized');
  }
  const verified = await authClient()
    .verifyToken(token, { correlationId, traceparent })
    .catch((thrown: unknown) => {
      log.error('authorization', { ...line('unavailable'), cause: causeText(thrown) });
      throw thrown;
    });
  if (!verified.isValid) {
    log.info('authorization', { ...line('refused'), reason: verified.reason });
    throw new Error('Unauthorized');
  }
  const { userId, organizationId, permissions, localIds } = verified;
  log.info('authorization', { ...line('allowed'), userId, organizationId });
  return {
    principalId: userId,
    policyDocument: wholeStage(event.methodArn),
    // Values of a context are strings.
    context: { userId, organizationId, permissions: permissions.join(' '), localIds: localIds.join(' ') },
  };
};
