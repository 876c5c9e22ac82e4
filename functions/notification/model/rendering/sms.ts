import { oneLine } from '../../../shared/input/text.ts';
import type { Short } from '../messages/message.ts';

/** An SMS takes at most this many segments: 459 characters of GSM-7, or 201 UTF-16 code units of anything else. */
export const maxSegments = 3;

/** The basic alphabet of GSM 03.38: one septet each. */
const basicAlphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: an escape and one septet. */
const extension = new Set('\f^{}\\[~]|€');

type Encoding = { name: 'GSM-7' | 'UCS-2'; inOne: number; inEach: number; unitsOf(character: string): number };

/** A segment has 140 bytes, of which 6 join it to the others if there are several (3GPP TS 23.038 and 23.040). */
const gsm7: Encoding = { name: 'GSM-7', inOne: 160, inEach: 153, unitsOf: (character) => (extension.has(character) ? 2 : 1) };
const ucs2: Encoding = { name: 'UCS-2', inOne: 70, inEach: 67, unitsOf: (character) => character.length };

/** How an SMS is encoded and into how many segments it is split. One character outside of GSM-7, such as `á`, makes all of it UCS-2. */
export function segmentsOf(text: string): { encoding: Encoding['name']; segments: number } {
  const characters = Array.from(text);
  const encoding = characters.every((one) => basicAlphabet.has(one) || extension.has(one)) ? gsm7 : ucs2;
  return { encoding: encoding.name, segments: segmentCount(characters, encoding) };
}

function segmentCount(characters: readonly string[], { inOne, inEach, unitsOf }: Encoding): number {
  const units = characters.map(unitsOf);
  if (units.reduce((sum, one) => sum + one, 0) <= inOne) return 1;
  let segments = 1;
  let used = 0;
  for (const one of units) {
    // Neither an escaped character nor a surrogate pair is divided between two segments.
    if (used + one > inEach) {
      segments += 1;
      used = 0;
    }
    used += one;
  }
  return segments;
}

/**
 * The text of an SMS. If it is too long, its name is cut between characters as people see them; what surrounds the name, and the link
 * at the end, stay whole.
 */
export function renderSms(short: Short, url?: string): string {
  const { before, name = '', after = '' } = short;
  const around = (kept: string) => plainSpaces(`${before}${kept}${after}${url === undefined ? '' : ` ${url}`}`);
  const whole = around(oneLine(name));
  if (segmentsOf(whole).segments <= maxSegments) return whole;
  const clusters = Array.from(
    new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(oneLine(name)),
    ({ segment }) => segment,
  );
  while (clusters.length > 0) {
    clusters.pop();
    const cut = around(`${clusters.join('').trimEnd()}...`);
    if (segmentsOf(cut).segments <= maxSegments) return cut;
  }
  return around('');
}

/** Formatted amounts have spaces that do not break, and that GSM-7 does not have. */
const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
