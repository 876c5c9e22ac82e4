import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PermanentFault } from '../faults.ts';
import { type Codec, flag, list, mapOf, money, number, oneOf, optional, record, text, variants, withDefault } from './codec.ts';

type Parcel = { id: string; weightGrams: number; isFragile: boolean; kind: 'letter' | 'box'; note?: string; tags: string[] };
const parcel = record<Parcel>({
  id: text,
  weightGrams: number,
  isFragile: flag,
  kind: oneOf('letter', 'box'),
  note: optional(text),
  tags: list(text),
});
const sample: Parcel = { id: 'p1', weightGrams: 3, isFragile: true, kind: 'box', note: 'fragile', tags: ['a'] };

const parcels = fc.record(
  {
    id: fc.string(),
    weightGrams: fc.integer(),
    isFragile: fc.boolean(),
    kind: fc.constantFrom('letter', 'box'),
    note: fc.string(),
    tags: fc.array(fc.string()),
  },
  { requiredKeys: ['id', 'weightGrams', 'isFragile', 'kind', 'tags'] },
);

/** As DynamoDB's document client stores and reads a value. */
const stored = (value: object): unknown => unmarshall(marshall(value, { removeUndefinedValues: true }));

describe('codecs', () => {
  it('read back what was stored, whatever it was', () => {
    fc.assert(
      fc.property(parcels, (value) => {
        expect(parcel(stored(value), 'p')).toEqual(value);
      }),
    );
  });

  it('leave out what no codec names, such as keys', () => {
    expect(parcel({ ...sample, pk: 'x', sk: 'y' }, 'p')).toEqual(sample);
  });

  it('refuse every value of another type, and name the place', () => {
    const names = ['id', 'weightGrams', 'isFragile', 'kind', 'tags'] as const;
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer(), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), anything, (name, value) => {
        const isRight = Array.isArray(value)
          ? false
          : typeof value === typeof sample[name] && (name !== 'kind' || value === 'box');
        fc.pre(!isRight);
        expect(() => parcel({ ...sample, [name]: value }, 'ITEM#1')).toThrow(new RegExp(`at ITEM#1/${name}`));
      }),
    );
  });

  it.each<[string, Codec<unknown>, unknown, string]>([
    ['a missing field', parcel, { id: 'p' }, 'the stored item has no a number at P/weightGrams, but nothing'],
    ['an element of a list', list(text), ['a', 1], 'the stored item has no a text at P/1, but number'],
    ['a value of a map', mapOf(number), { a: 1, b: 'x' }, 'the stored item has no a number at P/b, but string'],
    ['a list instead of a map', parcel, [], 'the stored item has no a map at P, but object'],
    ['null instead of nothing', optional(text), null, 'the stored item has no a text at P, but object'],
    [
      'a currency of no text',
      money,
      { amountMinor: 1, currency: 978 },
      'the stored item has no a text at P/currency, but number',
    ],
  ])('refuse %s', (_, codec, value, message) => {
    expect(() => codec(value, 'P')).toThrow(new PermanentFault(message));
  });

  it('take a default for what older items lack, and only for that', () => {
    const codec = withDefault(number, 5);
    expect([codec(undefined, 'p'), codec(0, 'p')]).toEqual([5, 0]);
    expect(() => codec('5', 'p')).toThrow(PermanentFault);
  });

  it('tell the variants of an object by its tag', () => {
    type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
    const shape = variants<Shape, 'kind'>('kind', {
      circle: record<Extract<Shape, { kind: 'circle' }>>({ kind: oneOf('circle'), radius: number }),
      square: record<Extract<Shape, { kind: 'square' }>>({ kind: oneOf('square'), side: number }),
    });
    expect(shape({ kind: 'circle', radius: 2 }, 'p')).toEqual({ kind: 'circle', radius: 2 });
    expect(() => shape({ kind: 'square', radius: 2 }, 'p')).toThrow('p/side');
    for (const kind of ['toString', '__proto__', 'triangle', undefined]) {
      expect(() => shape({ kind }, 'p')).toThrow('p/kind');
    }
  });
});

describe('a field that the type has and the codec forgets', () => {
  const { id, weightGrams, isFragile, kind, note, tags } = {
    id: text,
    weightGrams: number,
    isFragile: flag,
    kind: oneOf('letter', 'box'),
    note: optional(text),
    tags: list(text),
  };

  it('does not compile, whether it is optional or not', () => {
    // @ts-expect-error: `note` is forgotten
    record<Parcel>({ id, weightGrams, isFragile, kind, tags });
    // @ts-expect-error: `tags` is forgotten
    record<Parcel>({ id, weightGrams, isFragile, kind, note });
    expect(record<Parcel>({ id, weightGrams, isFragile, kind, note, tags })(sample, 'p')).toEqual(sample);
  });

  it('does not compile with the codec of another type', () => {
    // @ts-expect-error: `weightGrams` is a number
    record<Parcel>({ id, weightGrams: text, isFragile, kind, note, tags });
    // @ts-expect-error: a bag is no kind of parcel
    record<Parcel>({ id, weightGrams, isFragile, kind: oneOf('letter', 'bag'), note, tags });
    // @ts-expect-error: `id` may not be absent
    record<Parcel>({ id: optional(text), weightGrams, isFragile, kind, note, tags });
    expect(() => record<Pick<Parcel, 'id'>>({ id })({}, 'p')).toThrow('p/id');
  });
});
