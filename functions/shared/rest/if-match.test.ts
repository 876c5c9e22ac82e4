import { describe, expect, it } from 'vitest';
import { EarlyAnswer } from './answer.ts';
import { givenIfMatch, type IfMatch, requiredIfMatch, staleVersion } from './if-match.ts';

const refusalOf = (read: () => IfMatch | undefined) => {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof EarlyAnswer) return thrown.answer.status;
    throw thrown;
  }
  return 'no refusal';
};
const accepts = (ifMatch: string, version: number) => givenIfMatch({ 'if-match': ifMatch })?.accepts(version);

describe('givenIfMatch', () => {
  it.each(['"3"', '*', ' * ', '"7", "3"', '"3","7"', '"7" , "3" ,', ', "3"', '"a", W/"9", "3"'])(
    'accepts version 3 by %s',
    (text) => {
      expect(accepts(text, 3)).toBe(true);
    },
  );

  it.each(['"7"', '"7", "8"', '"33"', '""', '"a"'])('does not accept version 3 by %s', (text) => {
    expect(accepts(text, 3)).toBe(false);
  });

  it('compares strongly: a weak tag matches nothing', () => {
    expect(accepts('W/"3"', 3)).toBe(false);
  });

  it.each([
    '',
    ' ',
    ',',
    '3',
    '"3',
    '3"',
    '"3, 3"',
    '"3" "4"',
    '*, "3"',
    '"3", *',
    'w/"3"',
    '"3", nonsense',
    `"${'3'.repeat(600)}"`,
  ])('refuses %j with 400', (text) => {
    expect(refusalOf(() => givenIfMatch({ 'if-match': text }))).toBe(400);
  });

  it('is undefined without the header', () => {
    expect(givenIfMatch({})).toBeUndefined();
  });
});

describe('requiredIfMatch', () => {
  it('refuses a request without the header with 428', () => {
    expect(refusalOf(() => requiredIfMatch({}))).toBe(428);
    expect(requiredIfMatch({ 'if-match': '"1"' }).accepts(1)).toBe(true);
  });
});

describe('staleVersion', () => {
  it('names the current version', () => {
    expect(staleVersion(4)).toMatchObject({ status: 412, headers: { ETag: '"4"' } });
  });
});
