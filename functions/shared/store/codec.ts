import type { Money } from '../../../generated/shared.ts';
import { PermanentFault } from '../faults.ts';
import { objectOf } from '../input/json-object.ts';

/**
 * Reads a value as the table holds it. Codecs are declared once per kind of item, beside its table: a field that the type has and
 * the codec forgets does not compile. Fields that no codec names are left out, such as keys.
 * @throws {PermanentFault} when the table holds something else, naming the place
 */
export type Codec<Value> = (stored: unknown, place: string) => Value;

export const text: Codec<string> = (stored, place) => (typeof stored === 'string' ? stored : corrupt(stored, 'a text', place));
export const number: Codec<number> = (stored, place) =>
  typeof stored === 'number' ? stored : corrupt(stored, 'a number', place);
export const flag: Codec<boolean> = (stored, place) =>
  typeof stored === 'boolean' ? stored : corrupt(stored, 'true or false', place);

/** One of these texts. */
export const oneOf =
  <const Texts extends readonly string[]>(...texts: Texts): Codec<Texts[number]> =>
  (stored, place) =>
    texts.find((text) => text === stored) ?? corrupt(stored, `one of ${texts.join(', ')}`, place);

/** A value that may be absent. */
export const optional =
  <Value>(codec: Codec<Value>): Codec<Value | undefined> =>
  (stored, place) =>
    stored === undefined ? undefined : codec(stored, place);

/** A value that older items lack. */
export const withDefault =
  <Value>(codec: Codec<Value>, value: Value): Codec<Value> =>
  (stored, place) =>
    stored === undefined ? value : codec(stored, place);

export const list =
  <Value>(codec: Codec<Value>): Codec<Value[]> =>
  (stored, place) =>
    Array.isArray(stored) ? stored.map((one, index) => codec(one, `${place}/${index}`)) : corrupt(stored, 'a list', place);

/** A map whose keys are not fields, such as amounts by currency. */
export const mapOf =
  <Value>(codec: Codec<Value>): Codec<Record<string, Value>> =>
  (stored, place) =>
    Object.fromEntries(Object.entries(fields(stored, place)).map(([name, value]) => [name, codec(value, `${place}/${name}`)]));

/** A codec for each field, the optional ones included. */
export type Fields<Value> = { [Name in keyof Required<Value>]: Codec<Value[Name & keyof Value]> };

/** An object of these fields. */
export const record =
  <Value extends object>(codecs: Fields<Value>): Codec<Value> =>
  (stored, place) => {
    const found = fields(stored, place);
    const entries = Object.entries<Codec<unknown>>(codecs).flatMap(([name, codec]) => {
      const value = codec(found[name], `${place}/${name}`);
      return value === undefined ? [] : [[name, value]];
    });
    // Each field was read by the codec of its type, and only an optional one may be absent.
    return Object.fromEntries(entries) as Value;
  };

/** An object of several kinds, distinguished by one of its fields, such as an order by its status: one codec for each kind. */
export const variants =
  <Value extends object, Tag extends keyof Value & string>(
    tag: Tag,
    codecs: { [Name in Value[Tag] & string]: Codec<Value> },
  ): Codec<Value> =>
  (stored, place) => {
    const name = fields(stored, place)[tag];
    const known: Record<string, Codec<Value>> = codecs;
    const codec = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
    return codec === undefined
      ? corrupt(name, `one of ${Object.keys(codecs).join(', ')}`, `${place}/${tag}`)
      : codec(stored, place);
  };

export const money: Codec<Money> = record<Money>({ amountMinor: number, currency: text });

const fields = (stored: unknown, place: string): Record<string, unknown> => objectOf(stored) ?? corrupt(stored, 'a map', place);

function corrupt(stored: unknown, wanted: string, place: string): never {
  throw new PermanentFault(
    `the stored item has no ${wanted} at ${place}, but ${stored === undefined ? 'nothing' : typeof stored}`,
  );
}
