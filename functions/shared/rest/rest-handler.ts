import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Operations } from '../../../generated/rest/operations.ts';
import type { Permission } from '../../../generated/rest/permissions.ts';
import type { Cause } from '../cause.ts';
import { causeText } from '../faults.ts';
import { inputErrors, type SchemaError } from '../input-errors.ts';
import { log } from '../log.ts';
import { isCorrelationId } from '../trace.ts';
import { type Answer, problem } from './answer.ts';
import { answerOfFault } from './answer-of-fault.ts';
import { type Caller, callerOf, requestCause } from './caller.ts';
import { onceOnly } from './once-only.ts';
import { parseBody } from './request-body.ts';
import { type ReplayedAnswer, resultOf } from './rest-result.ts';

type Validator = ((data: unknown) => boolean) & { errors?: readonly SchemaError[] | null };

/** What the contract (`openapi.yaml`) says of a route; generated, one table a domain. */
export type Operation = {
  route: keyof Operations;
  /** What the caller must be allowed to do; undefined: whoever is signed in, or anybody when not `secured`. */
  permission: Permission | undefined;
  secured: boolean;
  /** Takes an Idempotency-Key: the first answer is stored with the effect and given again. */
  idempotent: boolean;
  validateParams: Validator;
  validateQuery: Validator;
  validateBody: Validator | undefined;
};

/** The types of one route, generated beside its `Operation`. */
export type OperationTypes = { params: unknown; query: unknown; body: unknown; secured: boolean };

export type RouteRequest<Types extends OperationTypes> = {
  params: Types['params'];
  query: Types['query'];
  body: Types['body'];
  /** Who calls, as the authorizer found; a public route has none. */
  caller: Types['secured'] extends true ? Caller : undefined;
  cause: Cause;
  /** The network address the request came from, as the gateway saw it. */
  sourceAddress: string;
  /** When the request arrived, ISO 8601 UTC: the route's only clock. */
  receivedAt: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The body's very text, for signatures. */
  rawBody: string;
};

export type Route<Types extends OperationTypes> = (request: RouteRequest<Types>) => Promise<Answer>;

/** Finds who calls; undefined when nobody proved to be anybody. A throw means that it could not be found out. */
export type Authenticate = (event: APIGatewayProxyEvent) => Caller | undefined | Promise<Caller | undefined>;

/**
 * The API Lambda of a domain. For every route it reads who calls, checks the permission and the input, keeps idempotency,
 * logs one line and turns whatever goes wrong into problem details: 400, 401, 403, 409, 413, 415, 422, 500 or 503. Who calls is what
 * the authorizer says, but for a Lambda that has none before it: that one brings an `authenticate` of its own.
 */
export function restHandler<Table extends Record<string, Operation>>(
  operations: Table,
  routes: { [Key in Table[keyof Table]['route']]: Route<Operations[Key]> },
  authenticate: Authenticate = callerOf,
): (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult> {
  return async (event) => {
    const startedAt = performance.now();
    const key = `${event.httpMethod} ${event.resource.replace(/^\/api\/v1/, '')}`;
    const cause = requestCause(event);
    const operation = Object.values(operations).find(({ route }) => route === key);
    const route = Object.entries(routes).find(([name]) => name === key)?.[1];
    const answer = await (operation !== undefined && route !== undefined
      ? // The gateway knows the same routes, from the same contract.
        answerRoute(operation, route as Route<OperationTypes>, key, event, cause, authenticate)
      : Promise.resolve(problem({ status: 404, slug: 'not-found' }))
    ).catch((thrown: unknown) => {
      log.error('request failed', { route: key, correlationId: cause.correlationId, cause: causeText(thrown) });
      return answerOfFault(thrown);
    });
    log.info('request', {
      route: key,
      status: answer.status,
      correlationId: cause.correlationId,
      requestId: event.requestContext.requestId,
      traceparent: cause.traceparent,
      durationMs: Math.round(performance.now() - startedAt),
      ...(cause.organizationId !== '' && { organizationId: cause.organizationId }),
    });
    return resultOf(answer, cause.correlationId);
  };
}

async function answerRoute<Types extends OperationTypes>(
  operation: Operation,
  route: Route<Types>,
  key: string,
  event: APIGatewayProxyEvent,
  cause: Cause,
  authenticate: Authenticate,
): Promise<Answer | ReplayedAnswer> {
  const headers = lowerCased(event.headers);
  const correlationId = headers['x-correlation-id'];
  if (correlationId !== undefined && !isCorrelationId(correlationId)) {
    return problem({
      status: 400,
      slug: 'malformed-header',
      detail: 'X-Correlation-Id takes 8 to 64 letters, digits, _ or -; leave it out to have one minted',
    });
  }
  const caller = operation.secured ? await authenticate(event) : callerOf(event);
  if (operation.secured && caller === undefined) return problem({ status: 401, slug: 'not-signed-in' });
  if (operation.permission !== undefined && !caller?.permissions.has(operation.permission)) {
    return problem({ status: 403, slug: 'not-allowed', detail: `this takes the permission ${operation.permission}` });
  }
  const parsed = parseBody(event, headers, operation.validateBody !== undefined);
  if (parsed.outcome === 'refused') return parsed.answer;
  const params = event.pathParameters ?? {};
  const query = event.queryStringParameters ?? {};
  const refused =
    refusal(operation.validateParams, params, { status: 404, slug: 'not-found' }) ??
    refusal(operation.validateQuery, query, { status: 422, slug: 'invalid-input', detail: 'query parameters are not valid' }) ??
    (operation.validateBody &&
      refusal(operation.validateBody, parsed.body, { status: 422, slug: 'invalid-input', detail: 'the body is not valid' }));
  if (refused) return refused;

  const request = {
    params,
    query,
    body: parsed.body,
    caller,
    cause,
    sourceAddress: event.requestContext.identity?.sourceIp ?? '',
    receivedAt: receivedAt(event),
    headers,
    rawBody: parsed.rawBody,
  };
  // The validators above checked these shapes; the contract they come from also made `Types`.
  if (!operation.idempotent) return route(request as unknown as RouteRequest<Types>);
  return onceOnly({ ...request, route: key }, (idempotency) =>
    route({ ...request, cause: { ...cause, idempotency } } as unknown as RouteRequest<Types>),
  );
}

function refusal(validate: Validator, data: unknown, as: { status: number; slug: string; detail?: string }): Answer | undefined {
  return validate(data) ? undefined : problem({ ...as, errors: inputErrors(validate.errors) });
}

const receivedAt = (event: APIGatewayProxyEvent) => new Date(event.requestContext.requestTimeEpoch ?? Date.now()).toISOString();

function lowerCased(headers: APIGatewayProxyEvent['headers'] | null): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  );
}
