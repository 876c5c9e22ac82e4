import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { type ProblemSlug, problems } from '../../../generated/rest/problems.ts';

/** The problem that each of the gateway's own responses is. They are those of the API, so callers need not know who answered. */
const problemOf: readonly [ResponseType, ProblemSlug][] = [
  [ResponseType.UNAUTHORIZED, 'not-signed-in'],
  [ResponseType.EXPIRED_TOKEN, 'not-signed-in'],
  // The authorizer denies only when Auth cannot be reached, and nothing else here denies. So the caller is unknown, not forbidden.
  [ResponseType.ACCESS_DENIED, 'auth-unavailable'],
  [ResponseType.AUTHORIZER_FAILURE, 'auth-unavailable'],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, 'auth-unavailable'],
  // The key comes from our authorizer. The gateway may not know a new one everywhere yet, and the caller can do nothing about it.
  [ResponseType.INVALID_API_KEY, 'dependency-unavailable'],
  [ResponseType.INVALID_SIGNATURE, 'not-allowed'],
  [ResponseType.WAF_FILTERED, 'not-allowed'],
  [ResponseType.INTEGRATION_FAILURE, 'dependency-unavailable'],
  [ResponseType.INTEGRATION_TIMEOUT, 'dependency-unavailable'],
  // The name that API Gateway gives to an unknown path. A known path has `ANY`, so its other methods get 405.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 'not-found'],
  [ResponseType.RESOURCE_NOT_FOUND, 'not-found'],
  [ResponseType.BAD_REQUEST_BODY, 'malformed-json'],
  [ResponseType.BAD_REQUEST_PARAMETERS, 'malformed-request'],
  [ResponseType.REQUEST_TOO_LARGE, 'body-too-large'],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, 'unsupported-media-type'],
  [ResponseType.THROTTLED, 'too-many-requests'],
  [ResponseType.QUOTA_EXCEEDED, 'too-many-requests'],
  [ResponseType.API_CONFIGURATION_ERROR, 'internal-fault'],
  [ResponseType.DEFAULT_4XX, 'malformed-request'],
  [ResponseType.DEFAULT_5XX, 'internal-fault'],
];

const retryAfterSeconds: Readonly<Record<number, string>> = { 429: "'1'", 503: "'5'" };
/** How long a quota lasts is known to the authorizer only, which ran before. */
const quotaReset = 'context.authorizer.secondsToQuotaReset';

const constantHeaders = {
  'Content-Type': "'application/problem+json'",
  'X-Correlation-Id': 'context.requestId',
  'X-Content-Type-Options': "'nosniff'",
  'Cache-Control': "'no-store'",
  // A gateway response cannot depend on the origin. Any page may read these: they hold a status and the id of the request, and
  // no cookie or other credential is ever sent along.
  'Access-Control-Allow-Origin': "'*'",
  'Access-Control-Expose-Headers': "'Retry-After, X-Correlation-Id'",
};

/** Makes every response that API Gateway itself gives a problem (RFC 9457) with a correlation id, readable for browsers. */
export function answerWithProblems(api: RestApi) {
  for (const [type, slug] of problemOf) {
    const { status, title } = problems[slug];
    const retryAfter = type === ResponseType.QUOTA_EXCEEDED ? quotaReset : retryAfterSeconds[status];
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(status),
      responseHeaders: { ...constantHeaders, ...(retryAfter !== undefined && { 'Retry-After': retryAfter }) },
      templates: {
        'application/json': JSON.stringify({
          type: `https://lonja.dev/problems/${slug}`,
          title,
          status,
          correlationId: '$context.requestId',
        }),
      },
    });
  }
}
