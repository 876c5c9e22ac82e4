import { describe, expect, it } from 'vitest';
import type { Schema } from '../schema.ts';
import { typeText } from './type-text.ts';

const base = 'https://lonja.dev/test.json';
const definitions: Record<string, Schema> = {
  id: { type: 'string', format: 'uuid' },
  money: { title: 'Money', type: 'object', required: ['amountMinor'], properties: { amountMinor: { type: 'integer' } } },
  colour: { enum: ['red', 'green'] },
};

function typeOf(schema: Schema) {
  const named: string[] = [];
  const documents = new Map([[base, { $defs: definitions }]]);
  const text = typeText(schema, { base, documents, onName: ({ name }) => named.push(name) });
  return { text: text.replaceAll(/\s+/g, ' '), named };
}

describe('typeText', () => {
  it('writes a reference to an object as the name of its type, which is its title', () => {
    expect(typeOf({ $ref: '#/$defs/money' })).toEqual({ text: 'Money', named: ['Money'] });
    expect(typeOf({ $ref: '#/$defs/colour' })).toEqual({ text: 'colour', named: ['colour'] });
  });

  it('writes out the type behind a reference to a plain text', () => {
    expect(typeOf({ $ref: '#/$defs/id' })).toEqual({ text: 'string', named: [] });
  });

  it('makes a property optional unless it is required or has a default', () => {
    const properties: Record<string, Schema> = {
      always: { type: 'boolean' },
      perhaps: { type: 'integer' },
      filledIn: { type: 'integer', default: 20 },
    };
    const { text } = typeOf({ type: 'object', required: ['always'], properties });
    expect(text).toBe('{ always: boolean; perhaps?: number; filledIn: number; }');
  });

  it('makes lists read-only and puts unions in them into brackets', () => {
    expect(typeOf({ type: 'array', items: { $ref: '#/$defs/money' } }).text).toBe('readonly Money[]');
    expect(typeOf({ type: 'array', items: { enum: ['red', 'green'] } }).text).toBe("readonly ('red' | 'green')[]");
  });

  it('puts each member of a long union on a line of its own', () => {
    const values = Array.from({ length: 12 }, (_, index) => `a-rather-long-value-${index}`);
    expect(typeText({ enum: values }, { base, documents: new Map(), onName: () => {} })).toBe(
      values.map((value) => `\n  | '${value}'`).join(''),
    );
  });

  it('makes alternatives exclude each other', () => {
    const { text } = typeOf({
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, found: { type: 'string' }, join: { type: 'string' } },
      oneOf: [{ required: ['found'] }, { required: ['join'] }],
    });
    expect(text).toBe('{ name: string; } & ({ found: string; join?: undefined; } | { join: string; found?: undefined; })');
  });

  it('marks a sensitive field, and keeps a description from ending its comment', () => {
    const properties: Record<string, Schema> = { email: { type: 'string', description: 'a */ b', 'x-sensitive': true } };
    expect(typeOf({ type: 'object', properties }).text).toBe('{ /** Sensitive: names a person. a * / b */ email?: string; }');
  });

  it('refuses a schema that has no type, and a reference to nothing', () => {
    expect(() => typeOf({ description: 'anything' })).toThrow('no type can be written');
    expect(() => typeOf({ $ref: '#/$defs/nobody' })).toThrow('#/$defs/nobody leads nowhere');
  });
});
