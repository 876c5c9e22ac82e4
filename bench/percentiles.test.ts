import { describe, expect, it } from 'vitest';
import { percentile } from './percentiles.ts';

describe('percentile', () => {
  it('is the nearest rank, in any order', () => {
    const samples = [40, 10, 30, 20];
    expect(percentile(samples, 0.5)).toBe(20);
    expect(percentile(samples, 0.9)).toBe(40);
    expect(percentile([7], 0)).toBe(7);
  });

  it('refuses an empty list of samples', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});
