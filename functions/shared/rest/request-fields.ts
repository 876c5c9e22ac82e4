import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { RestContext } from './rest-call.ts';

type Seen = { event: APIGatewayProxyEvent; context: RestContext; response: APIGatewayProxyResult | null | undefined };

/** What the log line of a request says. */
export function requestFields({ event, context: { call }, response }: Seen) {
  const { correlationId, traceparent, organizationId } = call.cause;
  return {
    route: `${event.httpMethod} ${event.resource.replace(/^\/api\/v1/, '')}`,
    status: response?.statusCode,
    correlationId,
    requestId: event.requestContext.requestId,
    traceparent,
    ...(organizationId !== '' && { organizationId }),
  };
}
