import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxSegments, renderSms, segmentsOf } from './sms.ts';

describe('segmentsOf', () => {
  it.each([
    ['160 characters of GSM-7', 'a'.repeat(160), 'GSM-7', 1],
    ['161 characters of GSM-7', 'a'.repeat(161), 'GSM-7', 2],
    ['306 characters of GSM-7', 'a'.repeat(306), 'GSM-7', 2],
    ['307 characters of GSM-7', 'a'.repeat(307), 'GSM-7', 3],
    ['80 euros, which take two septets each', '€'.repeat(80), 'GSM-7', 1],
    ['81 euros', '€'.repeat(81), 'GSM-7', 2],
    ['153 euros, of which none is divided', '€'.repeat(153), 'GSM-7', 3],
    ['ñ, é, à and ¿ alone', 'ñéà¿¡ü', 'GSM-7', 1],
    ['a Spanish á', 'á', 'UCS-2', 1],
    ['70 of í', 'í'.repeat(70), 'UCS-2', 1],
    ['71 of ó', 'ó'.repeat(71), 'UCS-2', 2],
    ['35 emojis', '🧀'.repeat(35), 'UCS-2', 1],
    ['36 emojis', '🧀'.repeat(36), 'UCS-2', 2],
    ['67 emojis, of which none is divided', '🧀'.repeat(67), 'UCS-2', 3],
  ] as const)('counts %s', (_, text, encoding, segments) => {
    expect(segmentsOf(text)).toEqual({ encoding, segments });
  });
});

describe('renderSms', () => {
  const url = 'https://shop.dev.lonja.example/orders/0193a000-0000-7000-8000-00000000000a';
  const tracking = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-XYZ';

  it('leaves a short message whole', () => {
    expect(renderSms({ before: 'Pedido confirmado: 2 × ', name: 'Queso', after: ', 27,50\u00a0€.' }, url)).toBe(
      `Pedido confirmado: 2 × Queso, 27,50 €. ${url}`,
    );
  });

  it('cuts only the name, between characters as people see them', () => {
    const family = '👩‍👩‍👧‍👦';
    const sms = renderSms({ before: 'Pedido: ', name: family.repeat(30), after: '.' }, url);
    expect(sms).toMatch(new RegExp(`^Pedido: (${family})+\\.\\.\\.\\. https`));
    expect(segmentsOf(sms).segments).toBe(maxSegments);
  });

  it('stays within the limit and keeps the tracking number and the link whole, whatever the name', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(names, (name) => {
        const sms = renderSms({ before: 'Tu pedido está en camino (', name, after: `). Seguimiento: ${tracking}.` }, url);
        expect(segmentsOf(sms).segments).toBeLessThanOrEqual(maxSegments);
        expect(sms.endsWith(`Seguimiento: ${tracking}. ${url}`)).toBe(true);
        expect(sms.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
