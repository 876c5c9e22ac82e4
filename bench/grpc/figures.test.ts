import { describe, expect, it } from 'vitest';
import { Figures } from './figures.ts';

describe('Figures', () => {
  it('sets each round beside that of the other case, so that a slow moment hits both', () => {
    const figures = new Figures();
    for (const slowness of [1, 4, 2]) {
      figures.add('echo', { count: 1000, seconds: slowness, cpuSeconds: 0.1 });
      figures.add('ours', { count: 900, seconds: slowness, cpuSeconds: 0.1 });
    }
    expect(figures.rateRatio('ours', 'echo')).toBeCloseTo(0.9);
    expect(figures.cpuRatio('ours', 'echo')).toBeCloseTo(0.9);
    expect(figures.cpuMicroseconds('echo')).toBeCloseTo(100);
    expect(figures.rate('echo')).toBe(500);
  });

  it('knows no processor time where there was none to read', () => {
    const figures = new Figures();
    figures.add('echo', { count: 10, seconds: 1 });
    expect(figures.cpuMicroseconds('echo')).toBeUndefined();
  });
});
