import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditOperations } from '../../generated/rest/audit.ts';
import { authOperations } from '../../generated/rest/auth.ts';
import { authSignInOperations } from '../../generated/rest/auth-sign-in.ts';
import { authTwinsOperations } from '../../generated/rest/auth-twins.ts';
import { inventoryOperations } from '../../generated/rest/inventory.ts';
import { orderOperations } from '../../generated/rest/order.ts';
import { paymentOperations } from '../../generated/rest/payment.ts';
import { isPermission, permissions } from '../../generated/rest/permissions.ts';
import { productOperations } from '../../generated/rest/product.ts';
import { routes } from '../../generated/rest/routes.ts';
import type { Validator } from '../../generated/validator.ts';
import { validateProviderEvent } from '../../generated/validators/payment.ts';
import { openApiId, readContracts } from '../contracts.ts';
import { dereference } from '../reference.ts';

const { operations, documents } = readContracts(dirname(dirname(import.meta.dirname)));
type Generated = {
  route: string;
  validateQuery: Validator<unknown>;
  validateParams: Validator<unknown>;
  validateBody: Validator<unknown> | undefined;
};
const generated: Generated[] = [
  auditOperations,
  authOperations,
  authSignInOperations,
  authTwinsOperations,
  inventoryOperations,
  orderOperations,
  paymentOperations,
  productOperations,
].flatMap((table) => Object.values<Generated>(table));

describe('openapi.yaml', () => {
  it('says of each operation what it takes: a permission, a sign-in, or nothing for these few', () => {
    expect(operations.filter(({ secured }) => !secured).map(({ key }) => key)).toEqual([
      'POST /auth/register',
      'POST /auth/login',
      'POST /auth/refresh',
      'POST /auth/logout',
      'GET /auth/verify',
      'GET /.well-known/jwks.json',
      'GET /locals/{localId}/validate',
      'POST /payments/webhook',
    ]);
    expect(operations.filter(({ secured, permission }) => secured && permission === undefined).map(({ key }) => key)).toEqual([
      'GET /locals',
    ]);
  });

  it('knows no permission that is not in the shared list', () => {
    const named = operations.flatMap(({ permission }) => permission ?? []);
    expect(named.filter((permission) => !isPermission(permission))).toEqual([]);
    expect(isPermission('order:steal')).toBe(false);
    expect(permissions).toContain('order:read-any');
  });

  it.each(operations)('$key declares the parameters of its path and no others', ({ path, parameters }) => {
    const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });

  it('has a name for each operation', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('requires an Idempotency-Key exactly where the first answer is kept', () => {
    for (const { idempotent, requiredHeaders } of routes) expect(requiredHeaders.includes('Idempotency-Key')).toBe(idempotent);
    expect(routes.filter(({ idempotent }) => idempotent).map(({ path }) => path)).toEqual([
      '/products',
      '/inventory/{productId}',
      '/orders',
    ]);
  });
});

const withBody = operations.flatMap(({ key, body }) => {
  if (body?.$ref === undefined) return [];
  const { schema } = dereference(body.$ref, openApiId, documents);
  const [example] = schema.examples ?? [];
  return [
    { key, schema, example: Object.assign({}, example), validate: generated.find(({ route }) => route === key)?.validateBody },
  ];
});

describe.each(withBody)('the body of $key', ({ schema, example, validate }) => {
  it('is accepted as in the example', () => {
    expect(Object.keys(example)).not.toHaveLength(0);
    expect(validate?.(example), JSON.stringify(validate?.errors)).toBe(true);
  });

  it('is refused without a required field, or with one of another type', () => {
    for (const field of schema.required ?? []) expect(validate?.({ ...example, [field]: undefined }), field).toBe(false);
    for (const field of Object.keys(example)) expect(validate?.({ ...example, [field]: null }), field).toBe(false);
  });

  it('is refused with a field that nobody knows, unless the provider sends it', () => {
    expect(validate?.({ ...example, isAdmin: true })).toBe(schema.additionalProperties === true);
  });
});

describe('the body of the webhook, once its signature is verified', () => {
  const { schema } = dereference('#/components/schemas/ProviderEvent', openApiId, documents);
  const example = Object.assign({}, schema.examples?.[0]);

  it('is an event of the provider, to which it may add fields', () => {
    expect(validateProviderEvent(example)).toBe(true);
    expect(validateProviderEvent({ ...example, livemode: false })).toBe(true);
  });

  it.each(Object.keys(example))('is none without %s', (field) => {
    expect(validateProviderEvent({ ...example, [field]: undefined })).toBe(false);
    expect(validateProviderEvent({ ...example, [field]: null })).toBe(false);
  });
});

describe('the validators of the routes', () => {
  const audit = auditOperations.searchAudit;
  const orders = orderOperations.listOrdersOfCustomer;
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

  it('refuse an id that is none', () => {
    const { validateParams } = orderOperations.getOrder;
    expect(validateParams({ orderId: id })).toBe(true);
    expect(validateParams({ orderId: '1' })).toBe(false);
    expect(validateParams({ orderId: `urn:uuid:${id}` })).toBe(false);
  });

  it('let one registration found a market or join one', () => {
    const { validateBody } = authOperations.register;
    const person = { email: 'nerea@example.org', password: 'correct horse battery', name: 'Nerea' };
    expect(validateBody({ ...person, organization: { name: 'Mercado' } })).toBe(true);
    expect(validateBody({ ...person, organizationId: id })).toBe(true);
    expect(validateBody({ ...person, organization: { name: 'Mercado' }, organizationId: id })).toBe(false);
    expect(validateBody(person)).toBe(false);
  });

  it('let no card number in, nor money that hides a field', () => {
    const { validateBody } = orderOperations.placeOrder;
    const lines = [{ productId: id, quantity: 1 }];
    expect(validateBody({ lines, paymentMethod: { token: 'tok_ok' } })).toBe(true);
    expect(validateBody({ lines, paymentMethod: { token: '4242424242424242' } })).toBe(false);
    expect(validateBody({ lines, paymentMethod: { token: 'tok_ok', cvc: '123' } })).toBe(false);
    expect(validateBody({ lines: Array(51).fill(lines[0]), paymentMethod: { token: 'tok_ok' } })).toBe(false);
  });

  it('take an adjustment of stock that changes something', () => {
    const { validateBody } = inventoryOperations.adjustStock;
    expect(validateBody({ delta: -2, reason: 'broken' })).toBe(true);
    expect(validateBody({ delta: 0, reason: 'nothing' })).toBe(false);
    expect(validateBody({ delta: 1.5, reason: 'half' })).toBe(false);
  });
});
