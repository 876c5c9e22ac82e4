import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateName } from '../../../generated/validators/shared.ts';
import { composed, lengthOf, oneLine, textErrors, truncated } from './text.ts';

const pathsIn = (value: unknown) => textErrors(value).map(({ path }) => path);
const cheese = '🧀';
/** Man, zero-width joiner, woman, zero-width joiner, girl: one character to the eye, five code points. */
const family = '👨‍👩‍👧';
const illFormedTexts = ['\uD83E', '\uDDC0', '\uDDC0\uD83E', '\0', '\uFFFE', '\uFFFF', '\uFDD0', '\u{1FFFE}', '\u{10FFFF}'];

describe('textErrors', () => {
  it('finds nothing wrong with what people write', () => {
    const texts = ['', 'Queso', `${cheese}${family}`, 'e\u0301', 'line\nline\ttab', '\uFEFF', '\uFFFD', '𠜎'];
    expect(textErrors({ texts, count: 3, isNew: true, nothing: null })).toEqual([]);
    expect(textErrors(undefined)).toEqual([]);
  });

  it.each(illFormedTexts)('finds %j wherever it is, and names the place', (bad) => {
    expect(pathsIn({ name: bad })).toEqual(['/name']);
    expect(pathsIn({ lines: [{ note: 'good' }, { note: `a${bad}b` }] })).toEqual(['/lines/1/note']);
    expect(pathsIn([[bad]])).toEqual(['/0/0']);
    expect(pathsIn(bad)).toEqual(['/']);
  });

  it.each(illFormedTexts)('finds %j in the name of a property, and does not repeat it', (bad) => {
    const [error] = textErrors({ outer: { [`a${bad}`]: 1 } });
    expect(error?.path).toMatch(/^\/outer\/a\uFFFD+$/u);
    expect(error?.message).toBe('the name must be well-formed Unicode without NUL and noncharacters');
  });

  it('escapes names as a JSON pointer does', () => {
    expect(pathsIn({ 'a/b': { 'c~d': '\0' } })).toEqual(['/a~1b/c~0d']);
  });

  it('lists the first 20 in the order of the text, with paths of at most 500 code points', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`field${index}`, '\0']));
    expect(pathsIn(many)).toEqual(Array.from({ length: 20 }, (_, index) => `/field${index}`));
    expect(pathsIn({ [cheese.repeat(1000)]: '\0' }).map(lengthOf)).toEqual([500]);
  });

  it('looks into values nested a hundred thousand deep, and into lists as long', () => {
    expect(pathsIn([...Array(200_000).fill('good'), '\0'])).toEqual(['/200000']);
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`);
    expect(textErrors(deep)).toHaveLength(1);
  });

  it('finds exactly the values that hold an ill-formed text', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...illFormedTexts));
    fc.assert(
      fc.property(anyText, (text) => {
        const isBad = !text.isWellFormed() || Array.from(text).some(isForbidden);
        expect(textErrors({ text })).toHaveLength(isBad ? 1 : 0);
        expect(textErrors({ [text]: 0 })).toHaveLength(isBad ? 1 : 0);
      }),
    );
  });
});

/** By code point, since the code under test uses Unicode's properties. */
function isForbidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code === 0 || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

describe('lengthOf', () => {
  it.each([
    ['', 0],
    ['queso', 5],
    [cheese, 1],
    [family, 5],
    ['e\u0301', 2],
  ])('counts the code points of %j: %i', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('counts as the limits of the contract do', () => {
    expect(validateName(cheese.repeat(200))).toBe(true);
    expect(validateName(cheese.repeat(201))).toBe(false);
    const texts = fc.string({ unit: fc.constantFrom('a', cheese, family, 'é', '𠜎'), minLength: 1, maxLength: 250 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(validateName(text)).toBe(lengthOf(text) <= 200);
      }),
    );
  });
});

describe('truncated', () => {
  it('leaves a text that fits as it is', () => {
    expect(truncated(cheese.repeat(3), 3)).toBe(cheese.repeat(3));
    expect(truncated('', 0)).toBe('');
  });

  it('cuts between characters as people see them', () => {
    expect(truncated(`a${cheese.repeat(150)}`, 100)).toBe(`a${cheese.repeat(99)}`);
    expect(truncated(`ab${family}`, 6)).toBe('ab');
    expect(truncated('cafe\u0301s', 4)).toBe('caf');
    expect(truncated('🇪🇸🇫🇷', 3)).toBe('🇪🇸');
  });

  it('cuts a single character that is longer than the limit between code points', () => {
    expect(truncated(`a${'\u0301'.repeat(100)}`, 10)).toBe(`a${'\u0301'.repeat(9)}`);
    expect(truncated(family, 1)).toBe('👨');
  });

  it('gives a well-formed prefix within the limit, as long as the next character allows', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat({ max: 60 }), (text, max) => {
        const cut = truncated(text, max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
        expect(lengthOf(cut)).toBeLessThanOrEqual(max);
        const [next] = new Intl.Segmenter().segment(text.slice(cut.length));
        if (next !== undefined) expect(lengthOf(cut) + lengthOf(next.segment)).toBeGreaterThan(max);
      }),
    );
  });
});

describe('oneLine', () => {
  it.each([
    ['two\r\nlines', 'two lines'],
    [' spaces \t and\u2028separators ', 'spaces and separators'],
    ['control\u0007characters\u0085here', 'control characters here'],
    ['', ''],
  ])('makes one line of %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('leaves no line break or control character in any text, and changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\r\n\u2028\u2029\p{Control}]/u);
        expect(oneLine(line)).toBe(line);
      }),
    );
  });
});

describe('composed', () => {
  it('composes the letters of every text, however deep, and leaves the rest alone', () => {
    const value = { name: 'jamo\u0301n', lines: [{ note: 'n\u0303' }, 'e\u0301'], count: 3, none: null };
    expect(composed(value)).toEqual({ name: 'jam\u00f3n', lines: [{ note: '\u00f1' }, '\u00e9'], count: 3, none: null });
    expect(composed('e\u0301')).toBe('\u00e9');
    expect(composed(undefined)).toBeUndefined();
  });

  it('reaches a text below a name that has a meaning of its own', () => {
    expect(JSON.stringify(composed(JSON.parse('{"__proto__":"e\u0301"}')))).toBe('{"__proto__":"\u00e9"}');
  });

  it('does not exhaust the stack', () => {
    const depth = 100_000;
    const value: unknown = JSON.parse(`${'['.repeat(depth)}"e\u0301"${']'.repeat(depth)}`);
    let inner = composed(value);
    while (Array.isArray(inner)) inner = inner[0];
    expect(inner).toBe('\u00e9');
  });
});
