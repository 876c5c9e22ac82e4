import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { openApiId, readContracts } from './contracts.ts';
import type { Schema } from './schema.ts';

const { documents, openApi } = readContracts(dirname(import.meta.dirname));

/** Every schema inside a document, with its place. */
function schemasIn(node: unknown, place: string): { schema: Schema; place: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) => (key === 'examples' ? [] : schemasIn(value, `${place}/${key}`)));
  return isSchema(node) ? [{ schema: node, place }, ...below] : below;
}

const types = ['object', 'array', 'string', 'integer', 'number', 'boolean'];
const isSchema = (node: object): node is Schema => 'type' in node && typeof node.type === 'string' && types.includes(node.type);

const schemas = [...documents].flatMap(([id, document]) =>
  schemasIn(id === openApiId ? { paths: openApi.paths, components: openApi.components } : document, id),
);
const placesOf = (isWrong: (schema: Schema) => boolean) =>
  schemas.filter(({ schema }) => isWrong(schema)).map(({ place }) => place);

it('every string has a greatest length or a list of values', () => {
  const bounded = (schema: Schema) => (schema.maxLength ?? schema.enum ?? schema.const) !== undefined;
  expect(placesOf((schema) => schema.type === 'string' && !bounded(schema))).toEqual([]);
});

it('every list has a greatest length', () => {
  expect(placesOf(({ type, maxItems }) => type === 'array' && maxItems === undefined)).toEqual([]);
});

it('every number has its bounds, and none is a fraction', () => {
  const unbounded = ({ minimum, maximum }: Schema) => minimum === undefined || maximum === undefined;
  expect(placesOf((schema) => schema.type === 'number' || (schema.type === 'integer' && unbounded(schema)))).toEqual([]);
});

it('every required field is described', () => {
  const undescribed = ({ required = [], properties = {} }: Schema) => required.some((field) => properties[field] === undefined);
  expect(placesOf((schema) => schema.properties !== undefined && undescribed(schema))).toEqual([]);
});
