import { describe, expect, it } from 'vitest';
import { inputErrors } from './input-errors.ts';

describe('inputErrors', () => {
  it('names the field that is missing or unknown in the path', () => {
    expect(
      inputErrors([
        {
          instancePath: '/lines/0',
          keyword: 'required',
          message: 'must have required property',
          params: { missingProperty: 'quantity' },
        },
        {
          instancePath: '',
          keyword: 'additionalProperties',
          message: 'must not have more',
          params: { additionalProperty: 'price' },
        },
        { instancePath: '/lines/1/quantity', keyword: 'minimum', message: 'must be >= 1', params: { limit: 1 } },
      ]),
    ).toEqual([
      { path: '/lines/0/quantity', message: 'must have required property' },
      { path: '/price', message: 'must not have more' },
      { path: '/lines/1/quantity', message: 'must be >= 1' },
    ]);
  });

  it('escapes an unknown name and keeps it short', () => {
    const unknown = (additionalProperty: string) =>
      inputErrors([{ instancePath: '/a', keyword: 'additionalProperties', message: 'must not', params: { additionalProperty } }]);
    expect(unknown('b/c~d\0')).toEqual([{ path: '/a/b~1c~0d\uFFFD', message: 'must not' }]);
    expect(unknown('x'.repeat(1000))[0]?.path).toHaveLength(500);
  });

  it('stops at twenty', () => {
    const complaint = { instancePath: '/x', keyword: 'type', message: 'must be string' };
    expect(inputErrors(Array.from({ length: 100 }, () => complaint))).toHaveLength(20);
  });
});
