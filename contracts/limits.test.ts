import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContracts } from './contracts.ts';
import { missingLimits, schemasIn } from './limits.ts';
import { isRecord, type Schema } from './schema.ts';

const complaints = (schema: Schema) => missingLimits([['shared.json', { $defs: { sample: schema } }]]);

describe('missingLimits', () => {
  it('finds nothing wrong with schemas that have limits', () => {
    const properties: Record<string, Schema> = {
      name: { type: 'string', maxLength: 200 },
      colour: { type: 'string', enum: ['red', 'green'] },
      kind: { type: 'string', const: 'cheese' },
      count: { type: 'integer', minimum: 0, maximum: 10 },
      tags: { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 20 } },
    };
    expect(complaints({ type: 'object', required: ['name'], properties, examples: [{ type: 'string' }] })).toEqual([]);
  });

  it.each<{ what: string; schema: Schema; says: string }>([
    { what: 'a text', schema: { type: 'string' }, says: 'a text without a limit: add maxLength' },
    { what: 'a list', schema: { type: 'array', items: { type: 'boolean' } }, says: 'a list without a limit: add maxItems' },
    { what: 'a number', schema: { type: 'integer', minimum: 1 }, says: 'a number without bounds: add minimum and maximum' },
    {
      what: 'a fraction',
      schema: { type: 'number', minimum: 0, maximum: 1 },
      says: 'a fraction, which JSON cannot carry exactly: use an integer of a smaller unit',
    },
    {
      what: 'a required field that is not described',
      schema: { type: 'object', required: ['name'], properties: {} },
      says: 'requires name, which it does not describe: add it to properties',
    },
  ])('names the place of $what', ({ schema, says }) => {
    expect(complaints(schema)).toEqual([`shared.json/$defs/sample: ${says}`]);
    const nested: Schema = { type: 'object', properties: { lines: { type: 'array', maxItems: 2, items: schema } } };
    expect(complaints(nested)).toEqual([`shared.json/$defs/sample/properties/lines/items: ${says}`]);
  });
});

describe('schemasIn', () => {
  const { documents } = readContracts(dirname(import.meta.dirname));
  const found = [...documents].flatMap(([id, document]) => schemasIn(document, id));

  it('finds every property, list item and parameter of the contracts that is no reference', () => {
    const places = new Set(found.map(({ place }) => place));
    const missed = [...documents].flatMap(([id, document]) => schemaPlaces(document, id)).filter((place) => !places.has(place));
    expect(found.length).toBeGreaterThan(150);
    expect(missed).toEqual([]);
  });
});

/** The places that hold a schema by their name alone: properties, items, and the schemas of parameters, headers and bodies. */
function schemaPlaces(node: unknown, place: string): string[] {
  if (!isRecord(node)) return [];
  const properties = isRecord(node.properties) ? Object.entries(node.properties) : [];
  const own = [
    ...properties.map(([name, schema]) => ({ schema, at: `${place}/properties/${name}` })),
    ...['items', 'schema'].map((name) => ({ schema: node[name], at: `${place}/${name}` })),
  ];
  const composed = ['$ref', 'oneOf', 'allOf'];
  return [
    ...own.filter(({ schema }) => isRecord(schema) && !composed.some((key) => key in schema)).map(({ at }) => at),
    ...Object.entries(node).flatMap(([key, value]) => (key === 'examples' ? [] : schemaPlaces(value, `${place}/${key}`))),
  ];
}
