import { isSecured, type OpenApi, type OpenApiOperation, parametersOf, type Reference, type Response } from './openapi.ts';

export const problemTypePrefix = 'https://lonja.dev/problems/';

/**
 * The document with everything that follows from what `openapi.yaml` says about each operation: the parameters and headers of
 * correlation, idempotency and Location, and a response for each status of a problem that it can answer.
 */
export function completeDocument(openApi: OpenApi): OpenApi {
  const { components } = openApi;
  const paths = Object.entries(openApi.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, completeOperation(operation, openApi)])),
  ]);
  return {
    ...openApi,
    paths: Object.fromEntries(paths),
    components: {
      ...components,
      responses: mapValues(components.responses, problemResponse),
      schemas: { ...components.schemas, ...problemSchema(components) },
    },
  };
}

function completeOperation(operation: OpenApiOperation, openApi: OpenApi): OpenApiOperation {
  const idempotent = operation['x-idempotent'] ?? false;
  const parameters = [
    parameterReference('CorrelationId'),
    ...(idempotent ? [parameterReference('IdempotencyKey')] : []),
    ...(operation.parameters ?? []),
  ];
  const successes = Object.entries(operation.responses).map(([status, response]): [string, Response | Reference] => [
    status,
    '$ref' in response ? response : successResponse(status, response, idempotent),
  ]);
  const problems = problemStatuses(operation, openApi).map((status): [string, Reference] => [
    String(status),
    { $ref: `#/components/responses/Problem${status}` },
  ]);
  return { ...operation, parameters, responses: Object.fromEntries([...successes, ...problems]) };
}

const successResponse = (status: string, { description, headers, content }: Response, idempotent: boolean): Response => ({
  description,
  headers: {
    'X-Correlation-Id': headerReference('CorrelationId'),
    ...(idempotent && { 'Idempotency-Replayed': headerReference('IdempotencyReplayed') }),
    ...(status === '201' && { Location: headerReference('Location') }),
    ...headers,
  },
  ...(content && { content }),
});

const problemResponse = ({ description, headers }: Response): Response => ({
  description,
  headers: { 'X-Correlation-Id': headerReference('CorrelationId'), ...headers },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The type of a problem is one of those that the contract lists. */
function problemSchema({ schemas, 'x-problems': problems }: OpenApi['components']): OpenApi['components']['schemas'] {
  const problem = schemas.Problem;
  if (problem === undefined) return {};
  const type = { ...problem.properties?.type, enum: Object.keys(problems).map((slug) => `${problemTypePrefix}${slug}`) };
  return { Problem: { ...problem, properties: { ...problem.properties, type } } };
}

/**
 * The statuses of the problems that an operation can answer, rising: the standard ones follow from what it is, and the others are
 * those of its own problems. 405 is no operation's, since it answers a method that the path does not have.
 */
export function problemStatuses(operation: OpenApiOperation, openApi: OpenApi): number[] {
  const parameters = parametersOf(openApi, operation);
  const hasBody = operation.requestBody !== undefined;
  const takesToken =
    isSecured(operation) || (operation.security ?? []).some((requirement) => Object.keys(requirement).length > 0);
  const standard: [number, boolean][] = [
    // A malformed correlation id, an unknown query parameter, a rate limit, a fault or an outage can happen to any operation.
    ...[400, 422, 429, 500, 503].map((status): [number, boolean] => [status, true]),
    [401, takesToken],
    [403, operation['x-permission'] !== undefined],
    [404, parameters.some((parameter) => parameter.in === 'path')],
    [409, operation['x-idempotent'] ?? false],
    [412, parameters.some(({ name }) => name === 'If-Match')],
    [428, parameters.some(({ name, required }) => name === 'If-Match' && required === true)],
    [413, hasBody],
    [415, hasBody],
  ];
  const own = (operation['x-problems'] ?? []).flatMap((slug) => openApi.components['x-problems'][slug]?.status ?? []);
  const statuses = standard.filter(([, applies]) => applies).map(([status]) => status);
  return [...new Set([...statuses, ...own])].sort((one, other) => one - other);
}

const parameterReference = (name: string): Reference => ({ $ref: `#/components/parameters/${name}` });
const headerReference = (name: string): Reference => ({ $ref: `#/components/headers/${name}` });

const mapValues = <Value, Result>(record: Record<string, Value>, map: (value: Value) => Result): Record<string, Result> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
