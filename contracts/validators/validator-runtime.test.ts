import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, isDateTimeText, isEmailText, isUuidText, numberOfText } from './validator-runtime.ts';

describe('codePointLength', () => {
  it('counts code points, whatever their size', () => {
    expect([codePointLength(''), codePointLength('queso'), codePointLength('🧀🧀')]).toEqual([0, 5, 2]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(codePointLength(text)).toBe(Array.from(text).length);
      }),
    );
  });
});

describe('isUuidText', () => {
  const id = '01980000-0000-7000-8000-00000000abcd';
  it.each([id, id.toUpperCase(), '00000000-0000-0000-0000-000000000000'])('accepts %s', (text) => {
    expect(isUuidText(text)).toBe(true);
  });
  it.each(['', '1', `urn:uuid:${id}`, `{${id}}`, id.replaceAll('-', ''), `${id}\n`, ` ${id}`, id.replace('0', 'g')])(
    'refuses %j',
    (text) => {
      expect(isUuidText(text)).toBe(false);
    },
  );
});

describe('isDateTimeText', () => {
  it.each(['2026-11-22T09:30:00Z', '2026-11-22T09:30:00.123Z', '2024-02-29T23:59:59Z', '2026-11-22T09:30:00+01:00'])(
    'accepts %s',
    (text) => {
      expect(isDateTimeText(text)).toBe(true);
    },
  );
  it.each([
    '',
    '2026-11-22',
    '2026-11-22 09:30:00Z',
    '2026-11-22T09:30:00',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T09:60:00Z',
    '2026-11-22T23:59:60Z',
    '2026-11-22T09:30:00Z\n',
  ])('refuses %j', (text) => {
    expect(isDateTimeText(text)).toBe(false);
  });
  it('accepts every point in time as JavaScript writes it', () => {
    const moments = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(isDateTimeText(moment.toISOString())).toBe(true);
      }),
    );
  });
});

describe('isEmailText', () => {
  it.each(['nerea@example.org', 'n.i+market@sub.example.org', "o'neil@example.co"])('accepts %s', (text) => {
    expect(isEmailText(text)).toBe(true);
  });
  it.each([
    '',
    'nerea',
    'nerea@',
    'nerea@localhost',
    '.nerea@example.org',
    'nerea@example.org\nBcc: x@example.org',
    'a b@example.org',
  ])('refuses %j', (text) => {
    expect(isEmailText(text)).toBe(false);
  });
});

describe('numberOfText', () => {
  it('reads decimal integers and leaves anything else for the schema to refuse', () => {
    expect(['0', '20', '-3'].map(numberOfText)).toEqual([0, 20, -3]);
    for (const other of ['', ' 5', '5.0', '1e1', '0x10', 'five', '99999999999999999', 5, null, undefined, ['5']]) {
      expect(numberOfText(other)).toBe(other);
    }
  });
});
