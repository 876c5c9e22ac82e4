import { describe, expect, it } from 'vitest';
import { openApiId, sharedId } from '../documents.ts';
import type { Schema } from '../schema.ts';
import type { OpenApi, OpenApiOperation, Response } from './openapi.ts';
import { brokenRules } from './operation-rules.ts';

const shared: Schema = { $defs: { permission: { type: 'string', enum: ['order:place', 'order:read'] } } };
const orderId = { name: 'orderId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } } as const;
const placed: Schema = { type: 'object', required: ['orderId'], properties: { orderId: { type: 'string' } } };
const created: Response = { description: 'Placed.', content: { 'application/json': { schema: placed } } };
const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } } as const;
const pageOf: Schema = { type: 'object', properties: { nextCursor: { type: 'string' } } };
const page: Response = { description: 'A page.', content: { 'application/json': { schema: pageOf } } };
const ok: Response = { description: 'Read.' };

const placeOrder: OpenApiOperation = {
  operationId: 'placeOrder',
  'x-domain': 'order',
  'x-permission': 'order:place',
  'x-idempotent': true,
  'x-location': 'GET /orders/{orderId}',
  responses: { 201: created },
};
const getOrder: OpenApiOperation = {
  operationId: 'getOrder',
  'x-domain': 'order',
  parameters: [orderId],
  responses: { 200: ok },
};

/** What is wrong with a document that differs from a sound one in the operations given here. */
function complaints({ post = placeOrder, get = getOrder }: { post?: OpenApiOperation; get?: OpenApiOperation }): string[] {
  const openApi: OpenApi = {
    paths: { '/orders': { post }, '/orders/{orderId}': { get } },
    components: {
      schemas: {},
      parameters: {},
      headers: {},
      responses: {},
      'x-problems': { 'order-shipped': { status: 409, title: '' } },
    },
  };
  return brokenRules(
    openApi,
    new Map<string, object>([
      [sharedId, shared],
      [openApiId, openApi],
    ]),
  );
}

const without = (operation: OpenApiOperation, ...fields: (keyof OpenApiOperation)[]): OpenApiOperation => {
  const copy = { ...operation };
  for (const field of fields) delete copy[field];
  return copy;
};

describe('brokenRules', () => {
  it('finds nothing wrong with a sound document', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ post: { ...placeOrder, 'x-problems': ['order-shipped'] } })).toEqual([]);
  });

  it.each([
    {
      rule: 'a domain',
      broken: { post: without(placeOrder, 'x-domain') },
      says: 'openapi.yaml: POST /orders belongs to no domain: add x-domain',
    },
    {
      rule: 'an operationId in camelCase',
      broken: { post: { ...placeOrder, operationId: 'place-order' } },
      says: 'openapi.yaml: POST /orders needs an operationId in camelCase',
    },
    {
      rule: 'an operationId of its own',
      broken: { get: { ...getOrder, operationId: 'placeOrder' } },
      says: 'openapi.yaml: GET /orders/{orderId} has the operationId placeOrder of another operation: rename it',
    },
    {
      rule: 'each parameter of its path',
      broken: { get: { ...getOrder, parameters: [] } },
      says: 'openapi.yaml: GET /orders/{orderId} does not declare {orderId}: add it to its parameters',
    },
    {
      rule: 'no path parameter that the path lacks',
      broken: { post: { ...placeOrder, parameters: [orderId] } },
      says: 'openapi.yaml: POST /orders declares orderId, which its path does not have: remove it',
    },
    {
      rule: 'parameters that a URL can carry',
      broken: {
        post: { ...placeOrder, parameters: [{ name: 'fast', in: 'query' as const, schema: { type: 'boolean' as const } }] },
      },
      says: 'openapi.yaml: POST /orders has the parameter fast, which is neither a string nor an integer: only those can be read from a URL',
    },
    {
      rule: 'alternatives that are parameters',
      broken: { get: { ...getOrder, 'x-exactly-one-of': ['customerId'] } },
      says: 'openapi.yaml: GET /orders/{orderId} has customerId in x-exactly-one-of, which is no query parameter of it: declare it or remove it',
    },
    {
      rule: 'a cursor for a page',
      broken: { get: { ...getOrder, parameters: [orderId, limit], responses: { 200: page } } },
      says: 'openapi.yaml: GET /orders/{orderId} answers with a nextCursor but takes no cursor: add it to its parameters',
    },
    {
      rule: 'an Idempotency-Key for a 201',
      broken: { post: without(placeOrder, 'x-idempotent') },
      says: 'openapi.yaml: POST /orders answers 201 but takes no Idempotency-Key, so a retry would create a second one: add `x-idempotent: true`',
    },
    {
      rule: 'a Location for a 201',
      broken: { post: without(placeOrder, 'x-location') },
      says: 'openapi.yaml: POST /orders answers 201 but does not say where to read what it created: add an x-location such as `GET /orders/{orderId}`',
    },
    {
      rule: 'a Location that exists',
      broken: { post: { ...placeOrder, 'x-location': 'GET /orders/{orderId}/details' } },
      says: 'openapi.yaml: POST /orders has the x-location GET /orders/{orderId}/details, which is no GET route of this document',
    },
    {
      rule: 'a Location that can be read',
      broken: { post: { ...placeOrder, 'x-location': 'POST /orders' } },
      says: 'openapi.yaml: POST /orders has the x-location POST /orders, which is no GET route of this document',
    },
    {
      rule: 'a Location whose ids the response has',
      broken: { post: { ...placeOrder, responses: { 201: ok } } },
      says: 'openapi.yaml: POST /orders has an x-location with {orderId}, which its response does not have: add it to the required properties',
    },
    {
      rule: 'a Location only for a 201',
      broken: { get: { ...getOrder, 'x-location': 'GET /orders/{orderId}' } },
      says: 'openapi.yaml: GET /orders/{orderId} has an x-location but does not answer 201: remove it',
    },
    {
      rule: 'a permission of the shared list',
      broken: { post: { ...placeOrder, 'x-permission': 'order:steal' } },
      says: 'openapi.yaml: POST /orders takes the permission order:steal, which shared.json does not list: add it there',
    },
    {
      rule: 'a token for a permission',
      broken: { post: { ...placeOrder, security: [] } },
      says: 'openapi.yaml: POST /orders takes a permission but no token: remove its `security`',
    },
    {
      rule: 'problems of the list',
      broken: { post: { ...placeOrder, 'x-problems': ['order-eaten'] } },
      says: 'openapi.yaml: POST /orders has the problem order-eaten, which components.x-problems does not list: add it there',
    },
    {
      rule: 'no parameter that is added anyway',
      broken: {
        post: {
          ...placeOrder,
          parameters: [{ name: 'Idempotency-Key', in: 'header' as const, schema: { type: 'string' as const } }],
        },
      },
      says: 'openapi.yaml: POST /orders declares Idempotency-Key, which every operation that takes it gets: remove it',
    },
    {
      rule: 'no status that follows from what it is',
      broken: { post: { ...placeOrder, responses: { 201: created, 409: ok } } },
      says: 'openapi.yaml: POST /orders lists the status 409, which follows from what it is: remove it, or name the problem in x-problems',
    },
    {
      rule: 'a successful response',
      broken: { get: { ...getOrder, responses: {} } },
      says: 'openapi.yaml: GET /orders/{orderId} lists no successful response: add one',
    },
  ])('demands $rule', ({ broken, says }) => {
    expect(complaints(broken)).toEqual([says]);
  });
});
