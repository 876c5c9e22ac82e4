import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '../schema.ts';

/**
 * What a reader may refuse although the writer may send it: the places in the data and why, in words. Both schemas are whole, without
 * references. Nothing means that whatever the writer sends is accepted.
 */
export function refusals(writer: Schema, reader: Schema, place = ''): string[] {
  if (isDeepStrictEqual(writer, reader)) return [];
  const at = place || '/';
  const found = [...valueRefusals(writer, reader), ...limitRefusals(writer, reader)].map((why) => `${at} ${why}`);
  return [
    ...found,
    ...objectRefusals(writer, reader, place),
    ...(writer.items !== undefined && reader.items !== undefined ? refusals(writer.items, reader.items, `${place}/*`) : []),
    ...alternativeRefusals(writer, reader, place),
  ];
}

function valueRefusals(writer: Schema, reader: Schema): string[] {
  const why: string[] = [];
  if (reader.type !== undefined && reader.type !== writer.type && !(reader.type === 'number' && writer.type === 'integer')) {
    why.push(`is ${writer.type ?? 'of any type'} and must be ${reader.type}`);
  }
  const accepted = valuesOf(reader);
  if (accepted !== undefined) {
    const sent = valuesOf(writer);
    const refused = sent?.filter((value) => !accepted.includes(value)) ?? ['any other value'];
    if (refused.length > 0) why.push(`may be ${refused.join(', ')}, which is not among ${accepted.join(', ')}`);
  }
  if (valuesOf(writer) === undefined) {
    if (reader.pattern !== undefined && reader.pattern !== writer.pattern)
      why.push(`must match another pattern, ${reader.pattern}`);
    if (reader.format !== undefined && reader.format !== writer.format) why.push(`must have the format ${reader.format}`);
  }
  if (Boolean(reader['x-sensitive']) !== Boolean(writer['x-sensitive'])) {
    why.push(writer['x-sensitive'] === true ? 'is sealed and was not' : 'is not sealed and was');
  }
  return why;
}

const valuesOf = ({ enum: values, const: value }: Schema): readonly unknown[] | undefined =>
  values ?? (value === undefined ? undefined : [value]);

const upperLimits = ['maxLength', 'maxItems', 'maximum'] as const;
const lowerLimits = ['minLength', 'minItems', 'minimum'] as const;

function limitRefusals(writer: Schema, reader: Schema): string[] {
  // Listed values are compared one by one.
  if (valuesOf(writer) !== undefined) return [];
  const tooMuch = upperLimits.filter((limit) => (reader[limit] ?? Infinity) < (writer[limit] ?? Infinity));
  const tooLittle = lowerLimits.filter((limit) => (reader[limit] ?? -Infinity) > (writer[limit] ?? -Infinity));
  const unique = reader.uniqueItems === true && writer.uniqueItems !== true ? ['must not repeat an item'] : [];
  return [...[...tooMuch, ...tooLittle].map((limit) => `has a ${limit} of ${writer[limit]}, beyond ${reader[limit]}`), ...unique];
}

function objectRefusals(writer: Schema, reader: Schema, place: string): string[] {
  const { properties: sent = {}, required: always = [] } = writer;
  const { properties: read = {}, required = [], additionalProperties } = reader;
  const absent = required
    .filter((name) => !always.includes(name) && read[name]?.default === undefined)
    .map((name) => `${place}/${name} may be absent and is required`);
  const unknown =
    additionalProperties === false
      ? Object.keys(sent)
          .filter((name) => read[name] === undefined)
          .map((name) => `${place}/${name} is not known`)
      : [];
  const below = Object.entries(sent).flatMap(([name, schema]) => {
    const counterpart = read[name];
    return counterpart === undefined ? [] : refusals(schema, counterpart, `${place}/${name}`);
  });
  return [...absent, ...unknown, ...below];
}

/** Each alternative that may be sent must be accepted by one that is read; everything that all parts demand must be demanded before. */
function alternativeRefusals(writer: Schema, reader: Schema, place: string): string[] {
  const accepted = reader.oneOf;
  const alternatives =
    accepted === undefined || isDeepStrictEqual(accepted, writer.oneOf)
      ? []
      : (writer.oneOf ?? [{}]).flatMap((one) => {
          const complaints = accepted.map((other) => refusals(one, other, place));
          return complaints.some((list) => list.length === 0) ? [] : (complaints[0] ?? [`${place || '/'} has no alternative`]);
        });
  const parts = (reader.allOf ?? []).flatMap((part) => {
    const candidates = (writer.allOf ?? [{}]).map((own) => refusals(own, part, place));
    return candidates.some((list) => list.length === 0) ? [] : (candidates[0] ?? []);
  });
  const excluded =
    reader.not !== undefined && !isDeepStrictEqual(reader.not, writer.not) ? [`${place || '/'} excludes something else`] : [];
  return [...alternatives, ...parts, ...excluded];
}
