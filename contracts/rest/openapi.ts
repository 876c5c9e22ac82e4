import { numbersInText, type Schema } from '../schema.ts';

/** The part of OpenAPI 3.1 that `openapi.yaml` uses, with our extensions. */
export type OpenApi = {
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    headers: Record<string, Header>;
    responses: Record<string, Response>;
    'x-problems': Record<string, ProblemKind>;
  };
};

export type Reference = { $ref: string };
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema };
export type Header = { required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
export type Response = { description: string; headers?: Record<string, Reference>; content?: Content };
/** What a problem's slug stands for. */
export type ProblemKind = { status: number; title: string };

export type OpenApiOperation = {
  operationId: string;
  summary?: string;
  'x-domain'?: string;
  /** Which of the domain's files holds the Lambda that answers it; without it, `rest`. */
  'x-entry'?: string;
  /** The Lambda checks the token by itself: the gateway asks no authorizer. */
  'x-checks-token'?: boolean;
  /** What the caller must be allowed to do; without it, being signed in is enough. */
  'x-permission'?: string;
  /** The first successful response is stored with its effect and sent again for the same Idempotency-Key. */
  'x-idempotent'?: boolean;
  /** The route that the Location of a 201 names, such as `GET /orders/{orderId}`. */
  'x-location'?: string;
  /** Changes or reads what belongs to one shop. */
  'x-shop'?: boolean;
  /** Slugs of the problems that it can answer beyond the standard ones. */
  'x-problems'?: readonly string[];
  /** Names of query parameters of which exactly one must be given. */
  'x-exactly-one-of'?: readonly string[];
  /** The schema of a signed body. The route checks it after the signature; before, the edge only checks `requestBody`. */
  'x-signed-body'?: Schema;
  security?: readonly object[];
  parameters?: readonly (Parameter | Reference)[];
  requestBody?: { content: Content };
  responses: Record<string, Response | Reference>;
};

/** One route, its references to parameters resolved. */
export type Operation = {
  key: string;
  id: string;
  method: string;
  path: string;
  domain: string;
  /** The name of the file, below functions/<domain>, whose Lambda answers it. */
  entry: string;
  permission: string | undefined;
  /** Whether it takes a token; one that may come without is not secured. */
  secured: boolean;
  checksToken: boolean;
  idempotent: boolean;
  shop: boolean;
  /** The route that Location names, for one that answers 201. */
  location: string | undefined;
  parameters: readonly Parameter[];
  exactlyOneOf: readonly string[];
  body: Schema | undefined;
  signedBody: Schema | undefined;
  /** Its successful responses, by rising status; no body for one that is empty. */
  answers: readonly { status: number; body: Schema | undefined }[];
  /** The statuses of its problems, rising. */
  problems: readonly number[];
};

/** The operations of a document with their keys, such as `POST /orders`, in the order of the document. */
export const keyedOperations = ({
  paths,
}: OpenApi): { key: string; method: string; path: string; operation: OpenApiOperation }[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      key: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );

/** The operations of a complete document that keeps the rules. @throws when one has no domain */
export const operationsOf = (openApi: OpenApi): Operation[] =>
  keyedOperations(openApi).map(({ key, method, path, operation }) => {
    const domain = operation['x-domain'];
    if (domain === undefined) throw new Error(`openapi.yaml: ${key} has no x-domain`);
    const statuses = Object.entries(operation.responses).map(([status, response]) => ({ status: Number(status), response }));
    return {
      key,
      id: operation.operationId,
      method,
      path,
      domain,
      entry: operation['x-entry'] ?? 'rest',
      permission: operation['x-permission'],
      secured: isSecured(operation),
      checksToken: operation['x-checks-token'] ?? false,
      idempotent: operation['x-idempotent'] ?? false,
      shop: operation['x-shop'] ?? false,
      location: operation['x-location'],
      parameters: parametersOf(openApi, operation),
      exactlyOneOf: operation['x-exactly-one-of'] ?? [],
      body: operation.requestBody?.content['application/json']?.schema,
      signedBody: operation['x-signed-body'],
      answers: statuses.filter(({ status }) => status < 400).map(({ status, response }) => ({ status, body: bodyOf(response) })),
      problems: statuses.map(({ status }) => status).filter((status) => status >= 400),
    };
  });

/** No requirement, or an empty one among several, lets anybody in (OpenAPI 3.1, 4.8.30). */
export const isSecured = ({ security }: OpenApiOperation): boolean =>
  security === undefined || (security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0));

export const parametersOf = (openApi: OpenApi, { parameters = [] }: OpenApiOperation): Parameter[] =>
  parameters.map((parameter) => ('$ref' in parameter ? referenced(openApi, parameter.$ref) : parameter));

function referenced(openApi: OpenApi, ref: string): Parameter {
  const parameter = openApi.components.parameters[ref.replace('#/components/parameters/', '')];
  if (parameter === undefined) throw new Error(`openapi.yaml: there is no ${ref}`);
  return parameter;
}

/** The schema of a successful JSON response. */
export const bodyOf = (response: Response | Reference): Schema | undefined =>
  'content' in response ? response.content?.['application/json']?.schema : undefined;

/**
 * The parameters of one place as the schema of the object that holds them. Query parameters that the contract does not know are
 * refused, because a misspelt one would be ignored silently.
 */
export function parametersSchema(operation: Operation, place: 'path' | 'query'): Schema {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  const numbers = parameters.filter(({ schema }) => schema.type === 'integer').map(({ name }) => name);
  return {
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    ...(numbers.length > 0 && { [numbersInText]: numbers }),
    ...(place === 'query' && { additionalProperties: false }),
    ...(place === 'query' &&
      operation.exactlyOneOf.length > 0 && { oneOf: operation.exactlyOneOf.map((name) => ({ required: [name] })) }),
  };
}
