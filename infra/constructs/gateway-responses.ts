import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

type Problem = { status: number; slug: string; title: string; retryAfterSeconds?: number };

// Types and titles are those of the REST handler, so that a caller need not know who answered.
const unauthorized = { status: 401, slug: 'not-signed-in', title: 'Not signed in' };
const forbidden = { status: 403, slug: 'not-allowed', title: 'Not allowed' };
const notFound = { status: 404, slug: 'not-found', title: 'Not found' };
const throttled = { status: 429, slug: 'too-many-requests', title: 'Too many requests', retryAfterSeconds: 1 };
const fault = { status: 500, slug: 'internal-fault', title: 'Internal fault' };
/** The rights of the caller are unknown, not denied. */
const authUnavailable = { status: 503, slug: 'auth-unavailable', title: 'A dependency is out', retryAfterSeconds: 5 };
const unavailable = { ...authUnavailable, slug: 'unavailable' };

const problems: readonly [ResponseType, Problem][] = [
  [ResponseType.UNAUTHORIZED, unauthorized],
  [ResponseType.EXPIRED_TOKEN, unauthorized],
  [ResponseType.ACCESS_DENIED, forbidden],
  [ResponseType.INVALID_API_KEY, forbidden],
  [ResponseType.INVALID_SIGNATURE, forbidden],
  [ResponseType.WAF_FILTERED, forbidden],
  [ResponseType.AUTHORIZER_FAILURE, authUnavailable],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, authUnavailable],
  [ResponseType.INTEGRATION_FAILURE, unavailable],
  [ResponseType.INTEGRATION_TIMEOUT, unavailable],
  // API Gateway's name for a path or method that it does not know.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, notFound],
  [ResponseType.RESOURCE_NOT_FOUND, notFound],
  [ResponseType.BAD_REQUEST_BODY, { status: 400, slug: 'malformed-json', title: 'Malformed request' }],
  // The one parameter that the gateway demands: see `RestRoutes`.
  [ResponseType.BAD_REQUEST_PARAMETERS, { status: 400, slug: 'idempotency-key-required', title: 'Malformed request' }],
  [ResponseType.REQUEST_TOO_LARGE, { status: 413, slug: 'body-too-large', title: 'Body too large' }],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, { status: 415, slug: 'unsupported-media-type', title: 'Unsupported media type' }],
  [ResponseType.THROTTLED, throttled],
  [ResponseType.QUOTA_EXCEEDED, throttled],
  [ResponseType.API_CONFIGURATION_ERROR, fault],
  [ResponseType.DEFAULT_4XX, { status: 400, slug: 'malformed-request', title: 'Malformed request' }],
  [ResponseType.DEFAULT_5XX, fault],
];

/** Makes every answer that API Gateway gives itself look like ours: problem+json (RFC 9457) with a correlation id. */
export function answerWithProblems(api: RestApi) {
  for (const [type, { status, slug, title, retryAfterSeconds }] of problems) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(status),
      responseHeaders: {
        'Content-Type': "'application/problem+json'",
        'X-Correlation-Id': 'context.requestId',
        ...(retryAfterSeconds !== undefined && { 'Retry-After': `'${retryAfterSeconds}'` }),
      },
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
