import type { InputError } from '../rest/answer.ts';

/** Half of a surrogate pair, NUL, or one of Unicode's noncharacters: JSON can carry them, but queues and other systems refuse them. */
const illFormed = /[\0\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
const everyIllFormed = new RegExp(illFormed, 'gu');

/** As many as a problem response lists at most, and as long as a path in it can be. */
const maxErrors = 20;
const maxPathLength = 500;

/**
 * The texts in a parsed JSON value that are not well-formed Unicode or contain NUL or a noncharacter, with their JSON pointers
 * (RFC 6901). Names of properties count too. It does not recurse, so a deeply nested value cannot exhaust the stack.
 */
export function textErrors(value: unknown): InputError[] {
  const errors: InputError[] = [];
  const found = (path: string, what: string) =>
    errors.push({ path, message: `${what} must be well-formed Unicode without NUL and noncharacters` });
  const places: Place[] = [{ value }];
  for (let place = places.pop(); place !== undefined && errors.length < maxErrors; place = places.pop()) {
    if (place.name !== undefined && illFormed.test(place.name)) found(pointerTo(place), 'the name');
    if (typeof place.value === 'string' && illFormed.test(place.value)) found(pointerTo(place), 'the text');
    for (const inner of placesIn(place)) places.push(inner);
  }
  return errors;
}

type Place = { value: unknown; name?: string; parent?: Place };

/** What an object or list holds, last first: the next one taken from the stack is then the first. */
function placesIn(parent: Place): Place[] {
  const { value } = parent;
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .map(([name, inner]): Place => ({ value: inner, name, parent }))
    .reverse();
}

function pointerTo(place: Place): string {
  const names: string[] = [];
  for (let at: Place | undefined = place; at?.name !== undefined; at = at.parent) names.push(at.name);
  return shownPointer(names.reverse().map(pointerPart).join(''));
}

/** One step of a JSON pointer (RFC 6901). */
export const pointerPart = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A JSON pointer as a response can show it: well-formed and not too long. */
export const shownPointer = (pointer: string): string =>
  truncated(pointer.replaceAll(everyIllFormed, '\uFFFD') || '/', maxPathLength);

/** Length of a text in code points, as the limits of the contract count it. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * The text, cut to at most so many code points. It is cut between grapheme clusters, so that no character as people see it is torn
 * apart; if the first cluster alone is longer than the limit, it is cut between code points.
 */
export function truncated(text: string, maxCodePoints: number): string {
  if (text.length <= maxCodePoints || lengthOf(text) <= maxCodePoints) return text;
  let kept = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    length += lengthOf(segment);
    if (length > maxCodePoints) return kept === '' ? Array.from(segment).slice(0, maxCodePoints).join('') : kept;
    kept += segment;
  }
  return kept;
}

/** The text in one line, as a subject or a log field needs it: white space and control characters become single spaces. */
export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Control}]+/gu, ' ').trim();

/**
 * A parsed JSON value with every text in it in composed form (NFC), so that a letter typed in two ways has one length and is one
 * text. It changes the value in place, and does not recurse either.
 */
export function composed(value: unknown): unknown {
  const root = { value };
  const containers: object[] = [root];
  for (let container = containers.pop(); container !== undefined; container = containers.pop()) {
    for (const [name, inner] of Object.entries(container)) {
      if (typeof inner === 'string') Reflect.set(container, name, inner.normalize('NFC'));
      else if (typeof inner === 'object' && inner !== null) containers.push(inner);
    }
  }
  return root.value;
}
