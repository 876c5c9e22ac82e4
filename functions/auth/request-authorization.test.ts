import { describe, expect, it } from 'vitest';
import { bearerToken, wholeStage } from './request-authorization.ts';

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

describe('wholeStage', () => {
  it('allows all of the stage and nothing of another', () => {
    expect(wholeStage('arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/GET/api/v1/orders/1').Statement).toEqual([
      { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/*' },
    ]);
  });

  it('throws rather than allow everything', () => {
    expect(() => wholeStage('arn:aws:execute-api')).toThrow(TypeError);
  });
});
