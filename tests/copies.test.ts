import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { consumers } from '../functions/domains.ts';

const root = dirname(import.meta.dirname);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const decision = textOf('docs/decisions/copies-may-lag.md');
const rows = [...decision.matchAll(/^\| (\w+) \| ([\w., ]+) \| (.+) \|$/gm)].filter(([, domain]) => domain !== 'domain');

describe('what a domain keeps of the events of others', () => {
  it('is decided for every such event that a registration declares', () => {
    const decided = rows.flatMap(([, domain, events = '']) => events.split(', ').map((event) => `${domain} ${event}`));
    const declared = consumers.flatMap(({ domain, events }) =>
      events === 'every-event'
        ? [`${domain} every event`]
        : events.filter((event) => !event.startsWith(`${domain}.`)).map((event) => `${domain} ${event}`),
    );
    expect(decided.toSorted()).toEqual([...new Set(declared)].toSorted());
  });

  it('makes an operation answer "not yet" exactly where the decision names it', () => {
    const { paths }: { paths: Record<string, Record<string, { 'x-problems'?: string[] }>> } = parse(textOf('openapi.yaml'));
    const ofContract = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation['x-problems']?.includes('not-yet-known'))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    expect(ofContract).toEqual([
      'GET /products/{productId}/availability',
      'GET /inventory/{productId}',
      'PUT /inventory/{productId}',
      'GET /inventory/{productId}/movements',
      'POST /orders',
      'POST /customers/validate',
      'GET /customers/{customerId}',
      'PATCH /customers/{customerId}',
      'DELETE /customers/{customerId}',
      'POST /customers/{customerId}/addresses',
      'PATCH /customers/{customerId}/addresses/{addressId}',
      'DELETE /customers/{customerId}/addresses/{addressId}',
      'GET /notifications',
    ]);
  });
});
