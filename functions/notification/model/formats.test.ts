import { describe, expect, it } from 'vitest';
import { formatsOf } from './formats.ts';

const at = '2026-11-22T23:30:00.000Z';
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formatsOf', () => {
  it.each([
    ['es', 'EUR', 123450, '1234,50 €'],
    ['es', 'HUF', 129900, '1299,00 HUF'],
    ['es', 'JPY', 450, '450 JPY'],
    ['en', 'EUR', 123450, '€1,234.50'],
  ] as const)('writes amounts in %s, with the digits of %s', (language, currency, amountMinor, text) => {
    expect(plain(formatsOf(language).money({ amountMinor, currency }))).toBe(text);
  });

  it('writes days as they are in the zone of the reader', () => {
    expect(formatsOf('es').day(at)).toBe('23 de noviembre de 2026');
    expect(formatsOf('en', 'America/New_York').day(at)).toBe('22 November 2026');
  });

  it('writes times with their zone', () => {
    expect(plain(formatsOf('es').time(at))).toMatch(/^23 de noviembre de 2026.* 0:30:00 CET$/);
    expect(plain(formatsOf('en').time(at))).toMatch(/^23 November 2026.* 00:30:00 CET$/);
  });
});
