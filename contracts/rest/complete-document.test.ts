import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContracts } from '../contracts.ts';
import { completeDocument, problemStatuses } from './complete-document.ts';
import type { OpenApi, OpenApiOperation, Parameter } from './openapi.ts';

const parameter = (name: string, place: Parameter['in']): Parameter => ({
  name,
  in: place,
  schema: { type: 'string', maxLength: 9 },
});
const done = { 200: { description: 'Done.' } };
const body = { content: { 'application/json': { schema: { type: 'object' } } } } as const;
const operation = (fields: Partial<OpenApiOperation> = {}): OpenApiOperation => ({
  operationId: 'act',
  responses: done,
  ...fields,
});

const documentOf = (post: OpenApiOperation): OpenApi => ({
  paths: { '/things': { post } },
  components: {
    schemas: { Problem: { type: 'object', properties: { type: { type: 'string' } } } },
    parameters: {},
    headers: {},
    responses: { Problem503: { description: 'Out.', headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } },
    'x-problems': { 'order-shipped': { status: 409, title: 'Order shipped' }, 'not-found': { status: 404, title: 'Not found' } },
  },
});

describe('problemStatuses', () => {
  const always = [400, 422, 429, 500, 503];
  it.each([
    { what: 'a public operation', fields: { security: [] }, adds: [] },
    { what: 'one that takes a token', fields: {}, adds: [401] },
    { what: 'one that may come without a token', fields: { security: [{ bearer: [] }, {}] }, adds: [401] },
    { what: 'one that takes a permission', fields: { 'x-permission': 'order:read' }, adds: [401, 403] },
    { what: 'one with an id in its path', fields: { security: [], parameters: [parameter('orderId', 'path')] }, adds: [404] },
    { what: 'one with an Idempotency-Key', fields: { security: [], 'x-idempotent': true }, adds: [409] },
    { what: 'one with If-Match', fields: { security: [], parameters: [parameter('If-Match', 'header')] }, adds: [412] },
    {
      what: 'one that needs If-Match',
      fields: { security: [], parameters: [{ ...parameter('If-Match', 'header'), required: true }] },
      adds: [412, 428],
    },
    { what: 'one with a body', fields: { security: [], requestBody: body }, adds: [413, 415] },
    {
      what: 'one with problems of its own',
      fields: { security: [], 'x-problems': ['order-shipped', 'not-found'] },
      adds: [404, 409],
    },
  ])('are, for $what, the standard ones and $adds', ({ fields, adds }) => {
    const given = operation(fields);
    expect(problemStatuses(given, documentOf(given))).toEqual([...always, ...adds].sort((one, other) => one - other));
  });
});

describe('completeDocument', () => {
  it('adds the parameters and headers of correlation, idempotency and Location', () => {
    const given = operation({
      'x-idempotent': true,
      responses: { 201: { description: 'Made.', headers: { ETag: { $ref: '#/e' } } } },
    });
    const { parameters, responses } = completeDocument(documentOf(given)).paths['/things']?.post ?? operation();
    expect(parameters).toEqual([
      { $ref: '#/components/parameters/CorrelationId' },
      { $ref: '#/components/parameters/IdempotencyKey' },
    ]);
    expect(responses['201']).toEqual({
      description: 'Made.',
      headers: {
        'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' },
        'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' },
        Location: { $ref: '#/components/headers/Location' },
        ETag: { $ref: '#/e' },
      },
    });
  });

  it('refers to one response for each status, which has its own headers, the correlation id and a problem as its body', () => {
    const { paths, components } = completeDocument(documentOf(operation()));
    expect(paths['/things']?.post?.responses['503']).toEqual({ $ref: '#/components/responses/Problem503' });
    expect(components.responses.Problem503).toEqual({
      description: 'Out.',
      headers: {
        'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' },
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  it('lists the types of the problems', () => {
    const { Problem } = completeDocument(documentOf(operation())).components.schemas;
    expect(Problem?.properties?.type?.enum).toEqual([
      'https://lonja.dev/problems/order-shipped',
      'https://lonja.dev/problems/not-found',
    ]);
  });

  it('leaves no status of a problem without a response', () => {
    const { openApi, operations } = readContracts(dirname(dirname(import.meta.dirname)));
    const statuses = new Set([...operations.flatMap(({ problems }) => problems), 405]);
    const described = Object.keys(openApi.components.responses).map((name) => Number(name.replace('Problem', '')));
    expect(described).toEqual([...statuses].sort((one, other) => one - other));
  });
});
