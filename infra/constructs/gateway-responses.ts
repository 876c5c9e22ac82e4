import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

type Problem = { status: number; slug: string; title: string; retryAfterSeconds?: number };

const malformed = { status: 400, slug: 'malformed-request', title: 'The request is malformed' };
const forbidden = { status: 403, slug: 'forbidden', title: 'You may not do this' };
const unauthorized = { status: 401, slug: 'unauthorized', title: 'Sign in first' };
const throttled = { status: 429, slug: 'too-many-requests', title: 'Too many requests', retryAfterSeconds: 1 };
/** The rights of the caller are unknown, not denied. */
const unavailable = { status: 503, slug: 'unavailable', title: 'A part of the system does not answer', retryAfterSeconds: 5 };

const problems: readonly [ResponseType, Problem][] = [
  [ResponseType.UNAUTHORIZED, unauthorized],
  [ResponseType.EXPIRED_TOKEN, unauthorized],
  [ResponseType.ACCESS_DENIED, forbidden],
  [ResponseType.INVALID_API_KEY, forbidden],
  [ResponseType.INVALID_SIGNATURE, forbidden],
  [ResponseType.WAF_FILTERED, forbidden],
  [ResponseType.AUTHORIZER_FAILURE, unavailable],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, unavailable],
  [ResponseType.INTEGRATION_FAILURE, unavailable],
  [ResponseType.INTEGRATION_TIMEOUT, unavailable],
  // API Gateway's name for a path or method that it does not know.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, { status: 404, slug: 'not-found', title: 'There is nothing here' }],
  [ResponseType.RESOURCE_NOT_FOUND, { status: 404, slug: 'not-found', title: 'There is nothing here' }],
  [ResponseType.BAD_REQUEST_BODY, malformed],
  [ResponseType.BAD_REQUEST_PARAMETERS, malformed],
  [ResponseType.REQUEST_TOO_LARGE, { status: 413, slug: 'too-large', title: 'The request is too large' }],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, { status: 415, slug: 'unsupported-media-type', title: 'Send application/json' }],
  [ResponseType.THROTTLED, throttled],
  [ResponseType.QUOTA_EXCEEDED, throttled],
  [ResponseType.API_CONFIGURATION_ERROR, { status: 500, slug: 'internal-error', title: 'Something went wrong on our side' }],
  [ResponseType.DEFAULT_4XX, malformed],
  [ResponseType.DEFAULT_5XX, { status: 500, slug: 'internal-error', title: 'Something went wrong on our side' }],
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
