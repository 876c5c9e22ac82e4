import { openApiId } from '../../contracts/documents.ts';
import type { Placed, Schema } from '../../contracts/schema.ts';
import { fieldsOf } from '../kit/fields.ts';
import { propertiesOf, resolved } from './full-body.ts';

/** A field that a request's body and an answer both have: `path` is a list of names, and of `*` for each element of a list. */
export type SharedField = readonly string[];

/** The fields of a body that the schema of an answer declares as well. */
export function sharedFields(body: Schema, answer: Schema): SharedField[] {
  return sharedIn({ schema: body, base: openApiId }, { schema: answer, base: openApiId });
}

function sharedIn(one: Placed, other: Placed): SharedField[] {
  const [body, answer] = [resolved(one), resolved(other)];
  if (body.schema.items !== undefined && answer.schema.items !== undefined) {
    const elements = sharedIn({ schema: body.schema.items, base: body.base }, { schema: answer.schema.items, base: answer.base });
    return elements.map((path) => ['*', ...path]);
  }
  const properties = propertiesOf(body);
  if (properties.length === 0) return [[]];
  const declared = new Map(propertiesOf(answer).map(({ name, property }) => [name, property]));
  return properties.flatMap(({ name, property }) => {
    const counterpart = declared.get(name);
    return counterpart === undefined ? [] : sharedIn(property, counterpart).map((path) => [name, ...path]);
  });
}

/** The shared fields that came back as something else than was sent. A field that was not sent is no concern. */
export function lostFields(fields: readonly SharedField[], sent: unknown, received: unknown): string[] {
  return fields.flatMap((path) => {
    const [before, after] = [valuesAt(path, sent), valuesAt(path, received)];
    if (before.length === 0 || JSON.stringify(before) === JSON.stringify(after)) return [];
    return [`/${path.join('/')}: sent ${JSON.stringify(before)}, came back as ${JSON.stringify(after)}`];
  });
}

/** Every value at a path; none where it leads nowhere. */
function valuesAt([name, ...rest]: SharedField, value: unknown): unknown[] {
  if (name === undefined) return value === undefined ? [] : [value];
  if (name !== '*') return valuesAt(rest, fieldsOf(value)[name]);
  return Array.isArray(value) ? value.flatMap((element) => valuesAt(rest, element)) : [];
}
