import { openApiId } from '../../contracts/documents.ts';
import { dereference } from '../../contracts/reference.ts';
import type { Placed, Schema } from '../../contracts/schema.ts';
import { fieldsOf } from '../kit/fields.ts';
import { contracts } from '../kit/sample-requests.ts';

const { documents } = contracts;

/** An id of something that exists, by the name of the field, such as `productId`; undefined while there is none. */
export type IdOf = (name: string) => string | undefined;

/** An id that a body needs and that does not exist yet. */
export class MissingIdError extends Error {
  override readonly name = 'MissingIdError';
}

/**
 * Bodies with every field that a schema has, the optional ones included, one for each of its alternatives. No value is the
 * schema's default, so that a field that got lost is seen. Each is made when it is called. @throws {MissingIdError} when it needs an id
 * that does not exist
 */
export const fullBodies = (schema: Schema, idOf: IdOf): (() => unknown)[] =>
  valuesOf({ schema, base: openApiId }, { name: 'body', idOf });

type Context = { name: string; idOf: IdOf; example?: unknown };

function valuesOf(placed: Placed, context: Context): (() => unknown)[] {
  const { schema, base } = resolved(placed);
  const example = schema.examples?.[0] ?? context.example;
  if (schema.properties !== undefined || schema.allOf !== undefined) return objectsOf({ schema, base }, { ...context, example });
  if (schema.oneOf !== undefined) return schema.oneOf.flatMap((one) => valuesOf({ schema: one, base }, { ...context, example }));
  if (schema.items !== undefined) {
    const { items } = schema;
    const [first] = Array.isArray(example) ? example : [];
    const name = context.name.replace(/s$/, '');
    return [() => [valuesOf({ schema: items, base }, { ...context, name, example: first })[0]?.()]];
  }
  return [() => scalarOf(schema, { ...context, example })];
}

/** One object for each alternative that the schema names by the fields that it requires. */
function objectsOf(placed: Placed, context: Context): (() => unknown)[] {
  const example = fieldsOf(context.example);
  const whole = Object.fromEntries(
    propertiesOf(placed).map(({ name, property }) => [
      name,
      () => valuesOf(property, { ...context, name, example: example[name] })[0]?.(),
    ]),
  );
  const alternatives = (placed.schema.oneOf ?? []).map(({ required = [] }) => required);
  const wanted = alternatives.length === 0 ? [[]] : alternatives;
  return wanted.map((chosen) => () => {
    const excluded = alternatives.flat().filter((name) => !chosen.includes(name));
    const names = Object.keys(whole).filter((name) => !excluded.includes(name));
    return Object.fromEntries(names.map((name) => [name, whole[name]?.()]));
  });
}

function scalarOf(schema: Schema, { name, idOf, example }: Context): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.format === 'uuid') {
    const id = idOf(name);
    if (id === undefined) throw new MissingIdError(`there is no ${name} yet`);
    return id;
  }
  if (schema.format === 'email') return `${name.toLowerCase()}.${idOf('fresh')}@example.org`;
  const value = example ?? schema.enum?.[0] ?? madeUp(schema);
  return value === schema.default ? other(schema, value) : value;
}

function madeUp({ type, minimum = 1, minLength = 8 }: Schema): unknown {
  if (type === 'boolean') return true;
  return type === 'string' ? 'sample'.padEnd(minLength, '-') : minimum;
}

function other({ enum: texts = [] }: Schema, value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : (texts.find((text) => text !== value) ?? `${value}-`);
}

type Property = { name: string; property: Placed };

/** The properties of an object, with those of the schemas that it is all of or one of. */
export function propertiesOf(placed: Placed): Property[] {
  const { schema, base } = resolved(placed);
  const own = Object.entries(schema.properties ?? {}).map(([name, property]) => ({ name, property: { schema: property, base } }));
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => propertiesOf({ schema: part, base }));
  return [...new Map([...parts, ...own].map((property) => [property.name, property])).values()];
}

export function resolved({ schema, base }: Placed): Placed {
  return schema.$ref === undefined ? { schema, base } : resolved(dereference(schema.$ref, base, documents));
}
