import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readContracts } from '../contracts.ts';
import { isRecord } from '../schema.ts';
import { documentFile } from './document-file.ts';
import { operationsOf } from './openapi.ts';

const root = dirname(dirname(import.meta.dirname));
const contracts = readContracts(root);
const text = documentFile(contracts).get('generated/openapi.json') ?? '';
const document = JSON.parse(text);

const referencesIn = (node: unknown): string[] =>
  isRecord(node) ? Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : referencesIn(value))) : [];
const at = (pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), document);

it('refers only to what it holds itself', () => {
  const references = referencesIn(document);
  expect(references.length).toBeGreaterThan(300);
  expect(references.filter((ref) => !ref.startsWith('#/components/') || !isRecord(at(ref.slice(1))))).toEqual([]);
});

it('holds every operation with everything that follows from it', () => {
  const operations = operationsOf(document);
  expect(operations.map(({ key }) => key)).toEqual(contracts.operations.map(({ key }) => key));
  expect(operations.map(({ problems }) => problems)).toEqual(contracts.operations.map(({ problems }) => problems));
  const placeOrder = operations.find(({ key }) => key === 'POST /orders');
  expect(placeOrder?.parameters.map(({ name }) => name)).toEqual(['X-Correlation-Id', 'Idempotency-Key']);
});

it('is the file that is committed', () => {
  expect(readFileSync(join(root, 'generated/openapi.json'), 'utf8')).toBe(text);
});
