import type { APIGatewayProxyEvent } from 'aws-lambda';
import { isPermission } from '../../../generated/rest/permissions.ts';
import type { Caller } from '../caller.ts';
import type { Cause } from '../cause.ts';
import { childTraceparent, isCorrelationId, newCorrelationId } from '../trace.ts';
import { header } from './header.ts';

/** The authorizer's context; undefined on a public route. Context values are strings, and lists are separated by spaces. */
export function callerOf(event: APIGatewayProxyEvent): Caller | undefined {
  const context = event.requestContext.authorizer;
  const userId = text(context?.userId);
  const organizationId = text(context?.organizationId);
  if (userId === undefined || organizationId === undefined) return undefined;
  return {
    userId,
    organizationId,
    permissions: new Set(words(context?.permissions).filter(isPermission)),
    localIds: words(context?.localIds),
  };
}

/** The same as the authorizer writes it. */
export const authorizerContext = ({ userId, organizationId, permissions, localIds }: Caller) => ({
  userId,
  organizationId,
  permissions: [...permissions].join(' '),
  localIds: localIds.join(' '),
});

/** The correlation id is the client's if it is well formed, otherwise the gateway's request id. */
export function requestCause(event: Pick<APIGatewayProxyEvent, 'headers' | 'requestContext'>): Cause {
  const given = header(event.headers, 'x-correlation-id');
  // An authorizer's event may come without one, whatever its type says.
  const requestId = text(event.requestContext.requestId) ?? newCorrelationId();
  const context = event.requestContext.authorizer;
  const userId = text(context?.userId);
  return {
    correlationId: [given, requestId].find((id) => id !== undefined && isCorrelationId(id)) ?? newCorrelationId(),
    traceparent: childTraceparent(header(event.headers, 'traceparent')),
    organizationId: text(context?.organizationId) ?? '',
    causationId: requestId,
    ...(userId !== undefined && { userId }),
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const words = (value: unknown): string[] => text(value)?.split(' ') ?? [];
