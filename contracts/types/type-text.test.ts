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
  it('names what a reference to an object means, by its title', () => {
    expect(typeOf({ $ref: '#/$defs/money' })).toEqual({ text: 'Money', named: ['Money'] });
    expect(typeOf({ $ref: '#/$defs/colour' })).toEqual({ text: 'colour', named: ['colour'] });
  });

  it('writes out a reference to plain text', () => {
    expect(typeOf({ $ref: '#/$defs/id' })).toEqual({ text: 'string', named: [] });
  });

  it('marks what may be missing, but not what has a default', () => {
    const properties: Record<string, Schema> = {
      always: { type: 'boolean' },
      perhaps: { type: 'integer' },
      filledIn: { type: 'integer', default: 20 },
    };
    const { text } = typeOf({ type: 'object', required: ['always'], properties });
    expect(text).toBe('{ always: boolean; perhaps?: number; filledIn: number; }');
  });

  it('makes lists read-only and brackets unions in them', () => {
    expect(typeOf({ type: 'array', items: { $ref: '#/$defs/money' } }).text).toBe('readonly Money[]');
    expect(typeOf({ type: 'array', items: { enum: ['red', 'green'] } }).text).toBe("readonly ('red' | 'green')[]");
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

  it('says that a field is sensitive, and keeps a comment from ending early', () => {
    const properties: Record<string, Schema> = { email: { type: 'string', description: 'a */ b', 'x-sensitive': true } };
    expect(typeOf({ type: 'object', properties }).text).toBe('{ /** Sensitive: names a person. a * / b */ email?: string; }');
  });

  it('refuses a schema it has no type for, and a reference that leads nowhere', () => {
    expect(() => typeOf({ description: 'anything' })).toThrow('no type can be written');
    expect(() => typeOf({ $ref: '#/$defs/nobody' })).toThrow('#/$defs/nobody leads nowhere');
  });
});
