import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPermission, permissions } from '../../generated/rest/permissions.ts';
import { problems } from '../../generated/rest/problems.ts';
import { routes } from '../../generated/rest/routes.ts';
import { validateProviderEvent } from '../../generated/validators/payment.ts';
import { type GeneratedOperation, generatedOperations } from '../../tests/kit/operation-tables.ts';
import { readContracts } from '../contracts.ts';
import { openApiId } from '../documents.ts';
import { dereference } from '../reference.ts';

const { operations, documents } = readContracts(dirname(dirname(import.meta.dirname)));
const generated = await generatedOperations();

function operationOf(route: string): GeneratedOperation {
  const found = generated.get(route);
  if (found === undefined) throw new Error(`no table has ${route}`);
  return found;
}

describe('openapi.yaml', () => {
  it('lets anybody call these operations, and every signed-in user those', () => {
    expect(operations.filter(({ secured }) => !secured).map(({ key }) => key)).toEqual([
      'POST /auth/register',
      'POST /auth/login',
      'POST /auth/refresh',
      'POST /auth/logout',
      'POST /auth/verify-email',
      'POST /auth/verify-email/resend',
      'POST /auth/password/forgotten',
      'POST /auth/password/reset',
      'GET /auth/verify',
      'GET /.well-known/jwks.json',
      'GET /locals/{localId}/validate',
      'POST /payments/webhook',
      'GET /health',
      'POST /shipments/{shipmentId}/status',
    ]);
    expect(operations.filter(({ secured, permission }) => secured && permission === undefined).map(({ key }) => key)).toEqual([
      'GET /auth/me',
      'PATCH /auth/me',
      'GET /auth/users/{userId}/permissions',
      'GET /locals',
      'GET /locals/{localId}',
      'GET /shipments',
      'GET /shipments/{shipmentId}',
      'POST /customers/validate',
      'GET /customers/{customerId}',
      'PATCH /customers/{customerId}',
      'DELETE /customers/{customerId}',
      'POST /customers/{customerId}/addresses',
      'PATCH /customers/{customerId}/addresses/{addressId}',
      'DELETE /customers/{customerId}/addresses/{addressId}',
      'PUT /customers/{customerId}/devices/{deviceId}',
      'DELETE /customers/{customerId}/devices/{deviceId}',
      'GET /notifications',
      'GET /notifications/push-key',
    ]);
  });

  it('lists the permissions', () => {
    expect(isPermission('order:steal')).toBe(false);
    expect(permissions).toContain('order:read-any');
  });

  it('takes an Idempotency-Key for whatever creates or counts', () => {
    const creating = [...generated.values()].filter(({ success }) => success === 201).map(({ route }) => route);
    const counting = ['PUT /inventory/{productId}'];
    const idempotent = operations.filter((operation) => operation.idempotent).map(({ key }) => key);
    expect(idempotent.toSorted()).toEqual([...creating, ...counting].toSorted());
    expect(creating).toEqual(expect.arrayContaining(['POST /auth/register', 'POST /locals', 'POST /products', 'POST /orders']));
  });

  it('has the authorizer before every secured operation, except for the twins, which check the token by themselves', () => {
    const behindAuthorizer = new Set(routes.flatMap(({ method, path, secured }) => (secured ? [`${method} ${path}`] : [])));
    const others = operations.filter(({ key, secured }) => secured && !behindAuthorizer.has(key));
    expect(others.map(({ key, entry }) => `${entry}: ${key}`)).toEqual(['twins: GET /auth/users/{userId}/permissions']);
  });

  it('names the operations that touch what belongs to a shop', () => {
    const ofShops = [...generated.values()].filter(({ shop }) => shop);
    expect(ofShops.map(({ route }) => route)).toEqual([
      'PUT /inventory/{productId}',
      'GET /inventory/{productId}/movements',
      'POST /products',
      'PATCH /products/{productId}',
      'DELETE /products/{productId}',
      'POST /shipments/{shipmentId}/parcels/{parcelId}/handover',
    ]);
  });

  it('gives each Location relative to the path of the request', () => {
    const found = [...generated.values()].flatMap(({ route, location }) => (location === undefined ? [] : [[route, location]]));
    expect(Object.fromEntries(found)).toMatchObject({
      'POST /auth/register': 'users/{userId}/permissions',
      'POST /locals': 'locals/{localId}',
      'POST /products': 'products/{productId}',
      'POST /orders': 'orders/{orderId}',
    });
    for (const [route = '', location = ''] of found) {
      const { pathname } = new URL(location, `https://lonja.dev${route.split(' ')[1]}`);
      expect([...generated.keys()], route).toContain(`GET ${decodeURI(pathname)}`);
    }
  });

  it('gives each problem the title of its own slug', () => {
    expect(problems['idempotency-key-reused']).toEqual({ status: 422, title: 'Idempotency key reused' });
    const titles = Object.values(problems).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

const withBody = operations.flatMap(({ key, body }) => {
  if (body?.$ref === undefined) return [];
  const { schema } = dereference(body.$ref, openApiId, documents);
  const [example] = schema.examples ?? [];
  return [{ key, schema, example: Object.assign({}, example), validate: generated.get(key)?.validateBody }];
});

describe.each(withBody)('the body of $key', ({ schema, example, validate }) => {
  it('is accepted as in the example', () => {
    expect(Object.keys(example)).not.toHaveLength(0);
    expect(validate?.(example), JSON.stringify(validate?.errors)).toBe(true);
  });

  it('is refused without a required field, or with one of another type', () => {
    for (const field of schema.required ?? []) expect(validate?.({ ...example, [field]: undefined }), field).toBe(false);
    for (const field of Object.keys(example)) {
      const isNullable = schema.properties?.[field]?.oneOf?.some(({ type }) => type === 'null') ?? false;
      expect(validate?.({ ...example, [field]: null }), field).toBe(isNullable);
    }
  });

  it('is refused with an unknown field, unless the provider sends it', () => {
    expect(validate?.({ ...example, isAdmin: true })).toBe(schema.additionalProperties === true);
  });
});

describe('the body of the webhook, once its signature has been verified', () => {
  const { schema } = dereference('#/components/schemas/ProviderEvent', openApiId, documents);
  const example = Object.assign({}, schema.examples?.[0]);

  it('is an event of the provider, which may add fields', () => {
    expect(validateProviderEvent(example)).toBe(true);
    expect(validateProviderEvent({ ...example, livemode: false })).toBe(true);
  });

  it.each(Object.keys(example))('is none without %s', (field) => {
    expect(validateProviderEvent({ ...example, [field]: undefined })).toBe(false);
    expect(validateProviderEvent({ ...example, [field]: null })).toBe(false);
  });
});

describe('the validators of the routes', () => {
  const audit = operationOf('GET /audit');
  const orders = operationOf('GET /orders/customer/{customerId}');
  const id = '01980000-0000-7000-8000-000000000010';

  it('turn the text of a query into numbers and fill in defaults', () => {
    const query = { limit: '5' };
    expect(orders.validateQuery(query)).toBe(true);
    expect(query).toEqual({ limit: 5 });
    const empty = {};
    expect(orders.validateQuery(empty)).toBe(true);
    expect(empty).toEqual({ limit: 20 });
  });

  it('refuse a query parameter that is out of range or unknown', () => {
    expect(orders.validateQuery({ limit: '51' })).toBe(false);
    expect(orders.validateQuery({ limti: '5' })).toBe(false);
  });

  it('take one way to search the audit trail, not both and not none', () => {
    expect(audit.validateQuery({ aggregateId: id })).toBe(true);
    expect(audit.validateQuery({ correlationId: 'checkout-7f3a9c21' })).toBe(true);
    expect(audit.validateQuery({ aggregateId: id, correlationId: 'checkout-7f3a9c21' })).toBe(false);
    expect(audit.validateQuery({})).toBe(false);
  });

  it('refuse an id that is not a UUID in its plain form', () => {
    const { validateParams } = operationOf('GET /orders/{orderId}');
    expect(validateParams({ orderId: id })).toBe(true);
    expect(validateParams({ orderId: '1' })).toBe(false);
    expect(validateParams({ orderId: `urn:uuid:${id}` })).toBe(false);
  });

  it('let one registration found a market or join one', () => {
    const validateBody = (body: unknown) => operationOf('POST /auth/register').validateBody?.(body);
    const person = { email: 'nerea@example.org', password: 'correct horse battery', name: 'Nerea' };
    expect(validateBody({ ...person, organization: { name: 'Mercado' } })).toBe(true);
    expect(validateBody({ ...person, organizationId: id })).toBe(true);
    expect(validateBody({ ...person, organization: { name: 'Mercado' }, organizationId: id })).toBe(false);
    expect(validateBody(person)).toBe(false);
  });

  it('let no card number in, nor money that hides a field', () => {
    const validateBody = (body: unknown) => operationOf('POST /orders').validateBody?.(body);
    const lines = [{ productId: id, quantity: 1 }];
    expect(validateBody({ lines, paymentMethod: { token: 'tok_ok' } })).toBe(true);
    expect(validateBody({ lines, paymentMethod: { token: '4242424242424242' } })).toBe(false);
    expect(validateBody({ lines, paymentMethod: { token: 'tok_ok', cvc: '123' } })).toBe(false);
    expect(validateBody({ lines: Array(51).fill(lines[0]), paymentMethod: { token: 'tok_ok' } })).toBe(false);
  });

  it('take an adjustment of stock that changes something', () => {
    const validateBody = (body: unknown) => operationOf('PUT /inventory/{productId}').validateBody?.(body);
    expect(validateBody({ delta: -2, reason: 'broken' })).toBe(true);
    expect(validateBody({ delta: 0, reason: 'nothing' })).toBe(false);
    expect(validateBody({ delta: 1.5, reason: 'half' })).toBe(false);
  });
});
