import type { Schema } from './schema.ts';

/** The part of OpenAPI 3.1 that `openapi.yaml` uses, with our extensions. */
export type OpenApi = {
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter>; responses: Record<string, Response> };
};

type Reference = { $ref: string };
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
type Response = { content?: Content };

type OpenApiOperation = {
  operationId: string;
  summary?: string;
  'x-domain'?: string;
  /** Which of the domain's files holds the Lambda that answers it; without it, `rest`. Another one checks the token by itself. */
  'x-entry'?: string;
  /** What the caller must be allowed to do; without it, whoever is signed in may. */
  'x-permission'?: string;
  /** The first answer is stored with the effect and given again to the same Idempotency-Key. */
  'x-idempotent'?: boolean;
  /** Names of query parameters of which exactly one must be there. */
  'x-exactly-one-of'?: readonly string[];
  /** What a body is that bears its sender's signature: the route checks it after the signature, the handler before it only `requestBody`. */
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
  idempotent: boolean;
  parameters: readonly Parameter[];
  exactlyOneOf: readonly string[];
  body: Schema | undefined;
  signedBody: Schema | undefined;
  /** The bodies of its successful answers. */
  answers: readonly Schema[];
};

/** The routes in the order of the document. Throws, naming the route, when it does not say its domain. */
export function operationsOf(openApi: OpenApi): Operation[] {
  return Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(openApi, method.toUpperCase(), path, operation)),
  );
}

function operationOf(openApi: OpenApi, method: string, path: string, operation: OpenApiOperation): Operation {
  const key = `${method} ${path}`;
  const domain = operation['x-domain'];
  if (domain === undefined) throw new Error(`openapi.yaml: ${key} has no x-domain`);
  return {
    key,
    id: operation.operationId,
    method,
    path,
    domain,
    entry: operation['x-entry'] ?? 'rest',
    permission: operation['x-permission'],
    secured: operation.security === undefined || isDemanded(operation.security),
    idempotent: operation['x-idempotent'] ?? false,
    parameters: (operation.parameters ?? []).map((parameter) =>
      '$ref' in parameter ? referenced(openApi, parameter.$ref) : parameter,
    ),
    exactlyOneOf: operation['x-exactly-one-of'] ?? [],
    body: operation.requestBody?.content['application/json']?.schema,
    signedBody: operation['x-signed-body'],
    answers: Object.entries(operation.responses).flatMap(([status, response]) => {
      const schema = status.startsWith('2') && 'content' in response ? response.content?.['application/json']?.schema : undefined;
      return schema === undefined ? [] : [schema];
    }),
  };
}

/** No requirement, or an empty one among several, lets anybody in (OpenAPI 3.1, 4.8.30). */
const isDemanded = (security: readonly object[]) =>
  security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0);

function referenced(openApi: OpenApi, ref: string): Parameter {
  const parameter = openApi.components.parameters[ref.replace('#/components/parameters/', '')];
  if (parameter === undefined) throw new Error(`openapi.yaml: there is no ${ref}`);
  return parameter;
}

/**
 * The parameters of one place as the schema of the object that holds them. One with a default is there once validated, so it
 * counts as present. Query parameters that the contract does not know are refused, as a misspelt one would be ignored in silence.
 */
export function parametersSchema(operation: Operation, place: 'path' | 'query'): Schema {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  return {
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    ...(place === 'query' && { additionalProperties: false }),
    ...(place === 'query' &&
      operation.exactlyOneOf.length > 0 && { oneOf: operation.exactlyOneOf.map((name) => ({ required: [name] })) }),
  };
}
