import type { Schema } from './schema.ts';

const types = ['object', 'array', 'string', 'integer', 'number', 'boolean'];

/** A schema inside a document, with the path to it. */
export type FoundSchema = { schema: Schema; place: string };

/** Every schema inside a document that says its type. Examples are data, not schemas. */
export function schemasIn(node: unknown, place: string): FoundSchema[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) => (key === 'examples' ? [] : schemasIn(value, `${place}/${key}`)));
  return isSchema(node) ? [{ schema: node, place }, ...below] : below;
}

const isSchema = (node: object): node is Schema => 'type' in node && typeof node.type === 'string' && types.includes(node.type);

/** The schemas without a limit, and those that no limit can be given. Each message names the place and says what to do. */
export function missingLimits(documents: Iterable<readonly [string, unknown]>): string[] {
  return [...documents].flatMap(([id, document]) =>
    schemasIn(document, id).flatMap(({ schema, place }) => complaintsAbout(schema).map((complaint) => `${place}: ${complaint}`)),
  );
}

function complaintsAbout({
  type,
  maxLength,
  enum: values,
  const: value,
  maxItems,
  minimum,
  maximum,
  required = [],
  properties,
}: Schema): string[] {
  switch (type) {
    case 'string':
      return maxLength === undefined && values === undefined && value === undefined
        ? ['a text without a limit: add maxLength']
        : [];
    case 'array':
      return maxItems === undefined ? ['a list without a limit: add maxItems'] : [];
    case 'integer':
      return minimum === undefined || maximum === undefined ? ['a number without bounds: add minimum and maximum'] : [];
    case 'number':
      return ['a fraction, which JSON cannot carry exactly: use an integer of a smaller unit'];
    case 'object':
      return properties === undefined
        ? []
        : required
            .filter((field) => properties[field] === undefined)
            .map((field) => `requires ${field}, which it does not describe: add it to properties`);
    default:
      return [];
  }
}
