import { type Documents, openApiId, sharedId } from '../documents.ts';
import { dereference } from '../reference.ts';
import type { Schema } from '../schema.ts';
import {
  bodyOf,
  isSecured,
  keyedOperations,
  type OpenApi,
  type OpenApiOperation,
  type Parameter,
  parametersOf,
} from './openapi.ts';

type Subject = {
  key: string;
  path: string;
  operation: OpenApiOperation;
  parameters: Parameter[];
  openApi: OpenApi;
  documents: Documents;
};

/** What breaks a rule in one operation and what to do about it. */
type Rule = (subject: Subject) => string[];

/**
 * The rules that `openapi.yaml` breaks, as it is written, before `completeDocument`. Each message names the route and says what
 * to do.
 */
export function brokenRules(openApi: OpenApi, documents: Documents): string[] {
  const operations = keyedOperations(openApi);
  const ofEach = operations.flatMap(({ key, path, operation }) => {
    const subject = { key, path, operation, parameters: parametersOf(openApi, operation), openApi, documents };
    return rules.flatMap((rule) => rule(subject)).map((complaint) => `openapi.yaml: ${key} ${complaint}`);
  });
  const ids = operations.map(({ operation }) => operation.operationId);
  const repeated = operations
    .filter(({ operation }, index) => ids.indexOf(operation.operationId) < index)
    .map(
      ({ key, operation }) => `openapi.yaml: ${key} has the operationId ${operation.operationId} of another operation: rename it`,
    );
  return [...ofEach, ...repeated];
}

const domain: Rule = ({ operation }) => (operation['x-domain'] === undefined ? ['belongs to no domain: add x-domain'] : []);

const operationId: Rule = ({ operation }) =>
  /^[a-z][A-Za-z0-9]*$/.test(operation.operationId ?? '') ? [] : ['needs an operationId in camelCase'];

const pathParameters: Rule = ({ path, parameters }) => {
  const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [
    ...named.filter((name) => !declared.includes(name)).map((name) => `does not declare {${name}}: add it to its parameters`),
    ...declared
      .filter((name) => !named.includes(name))
      .map((name) => `declares ${name}, which its path does not have: remove it`),
  ];
};

/** What is read from a path or query is text or a whole number. */
const parameterTypes: Rule = ({ parameters, documents }) =>
  parameters
    .filter((parameter) => parameter.in !== 'header')
    .filter(({ schema }) => !['string', 'integer'].includes(resolved(schema, documents).type ?? ''))
    .map(({ name }) => `has the parameter ${name}, which is neither a string nor an integer: only those can be read from a URL`);

const alternatives: Rule = ({ operation, parameters }) =>
  (operation['x-exactly-one-of'] ?? [])
    .filter((name) => !parameters.some((parameter) => parameter.in === 'query' && parameter.name === name))
    .map((name) => `has ${name} in x-exactly-one-of, which is no query parameter of it: declare it or remove it`);

/** The caller who gets a page can ask for the next one. */
const pages: Rule = ({ operation, parameters, documents }) => {
  const isPaged = Object.values(operation.responses)
    .flatMap((response) => bodyOf(response) ?? [])
    .some((body) => resolved(body, documents).properties?.nextCursor !== undefined);
  return ['cursor', 'limit']
    .filter((name) => isPaged && !parameters.some((parameter) => parameter.in === 'query' && parameter.name === name))
    .map((name) => `answers with a nextCursor but takes no ${name}: add it to its parameters`);
};

const idempotencyKey: Rule = ({ operation }) =>
  '201' in operation.responses && operation['x-idempotent'] !== true
    ? ['answers 201 but takes no Idempotency-Key, so a retry would create a second one: add `x-idempotent: true`']
    : [];

const location: Rule = ({ operation, openApi, parameters, documents }) => {
  const target = operation['x-location'];
  const created = operation.responses['201'];
  if (created === undefined) {
    return target === undefined ? [] : ['has an x-location but does not answer 201: remove it'];
  }
  if (target === undefined) {
    return ['answers 201 but does not say where to read what it created: add an x-location such as `GET /orders/{orderId}`'];
  }
  const [method, path = ''] = target.split(' ');
  if (method !== 'GET' || openApi.paths[path]?.get === undefined)
    return [`has the x-location ${target}, which is no GET route of this document`];
  const body = bodyOf(created);
  const { required = [] } = body === undefined ? {} : resolved(body, documents);
  const known = [...required, ...parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)];
  return [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(name))
    .map((name) => `has an x-location with {${name}}, which its response does not have: add it to the required properties`);
};

const permission: Rule = ({ operation, documents }) => {
  const named = operation['x-permission'];
  if (named === undefined) return [];
  const shared: Schema = documents.get(sharedId) ?? {};
  return [
    ...(shared.$defs?.permission?.enum?.includes(named)
      ? []
      : [`takes the permission ${named}, which shared.json does not list: add it there`]),
    ...(isSecured(operation) ? [] : ['takes a permission but no token: remove its `security`']),
  ];
};

const problems: Rule = ({ operation, openApi }) => {
  const slugs = operation['x-problems'] ?? [];
  return slugs
    .filter((slug) => openApi.components['x-problems'][slug] === undefined)
    .map((slug) => `has the problem ${slug}, which components.x-problems does not list: add it there`);
};

/** What `completeDocument` adds is not written by hand, so that it is the same everywhere. */
const derivedParts: Rule = ({ operation, parameters }) => {
  const derived = parameters.map(({ name }) => name).filter((name) => ['X-Correlation-Id', 'Idempotency-Key'].includes(name));
  const statuses = Object.keys(operation.responses);
  return [
    ...derived.map((name) => `declares ${name}, which every operation that takes it gets: remove it`),
    ...statuses
      .filter((status) => Number(status) >= 400)
      .map((status) => `lists the status ${status}, which follows from what it is: remove it, or name the problem in x-problems`),
    ...(statuses.some((status) => Number(status) < 400) ? [] : ['lists no successful response: add one']),
  ];
};

const rules: readonly Rule[] = [
  domain,
  operationId,
  pathParameters,
  parameterTypes,
  alternatives,
  pages,
  idempotencyKey,
  location,
  permission,
  problems,
  derivedParts,
];

/** A schema, or what it refers to. */
const resolved = (schema: Schema, documents: Documents): Schema =>
  schema.$ref === undefined ? schema : dereference(schema.$ref, openApiId, documents).schema;
