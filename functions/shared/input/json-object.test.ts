import { describe, expect, it } from 'vitest';
import { jsonObject, objectOf } from './json-object.ts';

describe('jsonObject', () => {
  it('reads an object', () => {
    expect(jsonObject('{"a": [1]}')).toEqual({ a: [1] });
  });

  it.each(['', 'null', '[]', '7', '"a"', '{"a":'])('finds none in %j', (text) => {
    expect(jsonObject(text)).toBeUndefined();
  });
});

describe('objectOf', () => {
  it('takes objects, and neither lists nor anything else', () => {
    expect([objectOf({ a: 1 }), objectOf([1]), objectOf(null), objectOf('a')]).toEqual([
      { a: 1 },
      undefined,
      undefined,
      undefined,
    ]);
  });
});
