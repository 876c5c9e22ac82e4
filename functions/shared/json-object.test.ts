import { describe, expect, it } from 'vitest';
import { jsonObject } from './json-object.ts';

describe('jsonObject', () => {
  it('reads an object', () => {
    expect(jsonObject('{"a": [1]}')).toEqual({ a: [1] });
  });

  it.each(['', 'null', '[]', '7', '"a"', '{"a":'])('finds none in %j', (text) => {
    expect(jsonObject(text)).toBeUndefined();
  });
});
