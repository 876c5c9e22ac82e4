import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Caller } from '../../functions/shared/caller.ts';
import type { Cause } from '../../functions/shared/cause.ts';
import type { RouteKey } from '../../functions/shared/rest/answer.ts';
import { authorizerContext } from '../../functions/shared/rest/caller.ts';
import type { RestContext } from '../../functions/shared/rest/rest-call.ts';
import type { Route, RouteOutcome, RouteRequest } from '../../functions/shared/rest/route.ts';
import { commitsOf } from '../../functions/shared/store/commits.ts';
import { childTraceparent, newCorrelationId } from '../../functions/shared/trace.ts';
import { type Permission, permissions } from '../../generated/rest/permissions.ts';
import { lambdaContext } from './lambda-context.ts';

/** A caller of a new organization who has every permission, unless others are given. */
export const newCaller = (
  given: Partial<Omit<Caller, 'permissions'>> & { permissions?: readonly Permission[] } = {},
): Caller => ({
  userId: given.userId ?? randomUUID(),
  organizationId: given.organizationId ?? randomUUID(),
  permissions: new Set(given.permissions ?? permissions),
  localIds: given.localIds ?? [],
});

export const newCause = (given: Partial<Cause> = {}): Cause => ({
  correlationId: newCorrelationId(),
  traceparent: childTraceparent(),
  organizationId: randomUUID(),
  causationId: randomUUID(),
  ...given,
});

type Asked<Key extends RouteKey> = Pick<RouteRequest<Key>, 'params' | 'query' | 'body' | 'caller'> &
  Partial<Omit<RouteRequest<Key>, 'params' | 'query' | 'body' | 'caller'>>;

/** A request as a route gets it: for tests that compare what the route returns. */
export function routeRequest<Key extends RouteKey>(asked: Asked<Key>): RouteRequest<Key> {
  const { params, query, body, caller } = asked;
  return {
    params,
    query,
    body,
    caller,
    cause: asked.cause ?? newCause(caller && { organizationId: caller.organizationId, userId: caller.userId }),
    sourceAddress: asked.sourceAddress ?? '192.0.2.1',
    receivedAt: asked.receivedAt ?? new Date().toISOString(),
    headers: asked.headers ?? {},
    rawBody: asked.rawBody ?? (body === undefined ? '' : JSON.stringify(body)),
  };
}

/** Runs a route without its edge: nothing of what it returns is stored. */
export async function runRoute<Key extends RouteKey>(route: Route<Key>, asked: Asked<Key>): Promise<RouteOutcome<Key>> {
  const request = routeRequest<Key>(asked);
  return route.run(request, commitsOf(request.cause));
}

/** A request as a client sends it. `body` is any JSON value, also one that the contract refuses; `rawBody` is any text. */
export type Sent = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  rawBody?: string;
  headers?: Record<string, string>;
  caller?: Caller;
  receivedAt?: string;
};

/** The gateway's event for a route: of the contract, or any other method and path. */
export function gatewayEvent(route: string, sent: Sent = {}): APIGatewayProxyEvent {
  const [httpMethod = '', path = ''] = route.split(' ');
  const { params = {}, query, caller, receivedAt } = sent;
  const body = sent.rawBody ?? (sent.body === undefined ? null : JSON.stringify(sent.body));
  const resource = `/api/v1${path}`;
  const filledIn = resource.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return {
    httpMethod,
    resource,
    path: filledIn,
    pathParameters: Object.keys(params).length > 0 ? params : null,
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: query
      ? Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]))
      : null,
    headers: { ...(body !== null && { 'Content-Type': 'application/json' }), ...sent.headers },
    multiValueHeaders: {},
    body,
    isBase64Encoded: false,
    stageVariables: null,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      authorizer: caller && authorizerContext(caller),
      httpMethod,
      identity: gatewayIdentity,
      path: filledIn,
      protocol: 'HTTP/1.1',
      requestId: randomUUID(),
      requestTimeEpoch: receivedAt === undefined ? Date.now() : Date.parse(receivedAt),
      resourceId: 'resource',
      resourcePath: resource,
      stage: 'test',
    },
  };
}

/** The caller's address, as the gateway sees it. */
export const gatewayIdentity: APIGatewayProxyEvent['requestContext']['identity'] = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '192.0.2.1',
  user: null,
  userAgent: 'tests',
  userArn: null,
};

/** The handler of an API Lambda. */
export type RestLambda = (event: APIGatewayProxyEvent, context: RestContext) => Promise<APIGatewayProxyResult>;
export type Received = { status: number; headers: Record<string, string>; body: unknown; rawBody: string };

/**
 * Sends a request through a whole API Lambda. An operation with an Idempotency-Key gets a new one, unless the headers have one;
 * `ALLOWED_ORIGINS` is set while it runs if nobody set it.
 */
export async function send(handler: RestLambda, route: string, sent: Sent = {}): Promise<Received> {
  const headers = { 'Idempotency-Key': randomUUID(), ...sent.headers };
  const before = process.env.ALLOWED_ORIGINS;
  process.env.ALLOWED_ORIGINS = before ?? '*';
  const context: RestContext = { ...lambdaContext(), call: { cause: newCause() } };
  try {
    const response = await handler(gatewayEvent(route, { ...sent, headers }), context);
    const received = Object.fromEntries(Object.entries(response.headers ?? {}).map(([name, value]) => [name, String(value)]));
    const rawBody = response.body;
    return { status: response.statusCode, headers: received, body: rawBody === '' ? undefined : JSON.parse(rawBody), rawBody };
  } finally {
    if (before === undefined) delete process.env.ALLOWED_ORIGINS;
  }
}
