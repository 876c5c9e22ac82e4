import { describe, expect, it } from 'vitest';
import { EarlyAnswer } from './answer.ts';
import { bearerToken, requiredToken } from './header.ts';

describe('bearerToken', () => {
  it.each([
    ['Authorization', 'Bearer a.b-c_d.e'],
    ['authorization', 'bearer a.b-c_d.e'],
    ['AUTHORIZATION', '  BEARER   a.b-c_d.e  '],
  ])('reads %s: %s', (name, value) => {
    expect(bearerToken({ [name]: value })).toBe('a.b-c_d.e');
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'a.b.c', 'Bearer a b', 'Bearer a,b', 'Bearer a\nb', 'Bearer {"a":1}'])(
    'finds none in %j',
    (value) => {
      expect(bearerToken({ Authorization: value })).toBeUndefined();
    },
  );

  it('finds none without headers', () => {
    expect(bearerToken({})).toBeUndefined();
    expect(bearerToken(null)).toBeUndefined();
  });
});

describe('requiredToken', () => {
  it('refuses a request without a token with 401', () => {
    expect(requiredToken({ authorization: 'Bearer a.b.c' })).toBe('a.b.c');
    expect(() => requiredToken({})).toThrow(EarlyAnswer);
    expect(() => requiredToken({ authorization: 'Basic YTpi' })).toThrow('401');
  });
});
