import type { APIGatewayAuthorizerResult } from 'aws-lambda';

/** What the authorizer found out about the caller of a request. */
export type Authorization =
  | {
      outcome: 'allowed';
      userId: string;
      organizationId: string;
      permissions: readonly string[];
      localIds: readonly string[];
      /** Under which API Gateway counts the call. */
      meterKey: string;
      /** When the day ends for which calls are counted. */
      secondsToQuotaReset: number;
    }
  /** There is no token, or it is not good. `reason` is for the log only. */
  | { outcome: 'refused'; reason: string }
  /** Neither Auth nor its twin could say who calls. */
  | { outcome: 'unavailable' };

/**
 * The answer to the gateway about a caller who was identified, or could not be. The gateway turns a Deny into a 503. A Deny has no
 * other use, since permissions are checked by the route.
 * @throws {TypeError} when `methodArn` is not `arn:…:apiId/stage/METHOD/path`
 */
export function authorizerResult(
  authorization: Exclude<Authorization, { outcome: 'refused' }>,
  methodArn: string,
): APIGatewayAuthorizerResult {
  if (authorization.outcome === 'unavailable') {
    return { principalId: 'unknown', policyDocument: stagePolicy('Deny', methodArn) };
  }
  const { userId, organizationId, permissions, localIds, meterKey, secondsToQuotaReset } = authorization;
  return {
    principalId: userId,
    policyDocument: stagePolicy('Allow', methodArn),
    // The gateway passes on strings only. Its own answer to a call above the quota names the last one as Retry-After.
    context: {
      userId,
      organizationId,
      permissions: permissions.join(' '),
      localIds: localIds.join(' '),
      secondsToQuotaReset: String(secondsToQuotaReset),
    },
    usageIdentifierKey: meterKey,
  };
}

/** Covers every method of the API's stage, so that a gateway that caches a policy does not apply it to the wrong route. */
function stagePolicy(Effect: 'Allow' | 'Deny', methodArn: string): APIGatewayAuthorizerResult['policyDocument'] {
  const [api, stage] = methodArn.split('/');
  if (!api || !stage) throw new TypeError('the method’s ARN names no stage');
  return {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect, Resource: `${api}/${stage}/*` }],
  };
}
