import { describe, expect, it } from 'vitest';
import type { DomainDeclaration } from '../../functions/shared/domain.ts';
import type { OpenApi, OpenApiOperation } from './openapi.ts';
import { unregistered } from './registration-rules.ts';

const getOrder: OpenApiOperation = { operationId: 'getOrder', 'x-domain': 'order', responses: {} };
const order: DomainDeclaration = { name: 'order', apis: { rest: { entry: 'rest', table: 'read' } } };

function complaints(get: OpenApiOperation, domains: DomainDeclaration[]): string[] {
  const components: OpenApi['components'] = { schemas: {}, parameters: {}, headers: {}, responses: {}, 'x-problems': {} };
  return unregistered({ paths: { '/orders': { get } }, components }, domains);
}

describe('unregistered', () => {
  it('finds nothing when every operation has an API Lambda and every API Lambda an operation', () => {
    expect(complaints(getOrder, [order])).toEqual([]);
  });

  it('names the domain that is not listed', () => {
    expect(complaints(getOrder, [])).toEqual([
      'openapi.yaml: GET /orders has the x-domain order, which functions/domains.ts does not list: add its registration there',
    ]);
  });

  it('names the API Lambda that is not declared, and the one without an operation', () => {
    expect(complaints({ ...getOrder, 'x-entry': 'search' }, [order])).toEqual([
      'openapi.yaml: GET /orders is answered by search.ts, which functions/order/domain.ts does not declare under apis: add it there',
      'functions/order/domain.ts declares the API Lambda rest, but openapi.yaml has no operation with x-domain: order: add one',
    ]);
  });
});
