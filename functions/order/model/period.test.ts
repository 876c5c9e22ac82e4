import { describe, expect, it } from 'vitest';
import { readPeriod } from './period.ts';

describe('readPeriod', () => {
  it('takes a day as the whole day, in UTC', () => {
    expect(readPeriod({ from: '2026-11-22', to: '2026-11-22' })).toEqual({
      outcome: 'period',
      period: { from: '2026-11-22T00:00:00.000Z', before: '2026-11-23T00:00:00.000Z' },
    });
    expect(readPeriod({ to: '2028-02-29' })).toMatchObject({ period: { before: '2028-03-01T00:00:00.000Z' } });
  });

  it('takes an instant as it is, whatever its fraction', () => {
    expect(readPeriod({ from: '2026-11-22T10:00:00Z', to: '2026-11-22T10:00:00.5Z' })).toEqual({
      outcome: 'period',
      period: { from: '2026-11-22T10:00:00.000Z', before: '2026-11-22T10:00:00.500Z' },
    });
  });

  it('is open without limits', () => {
    expect(readPeriod({})).toEqual({ outcome: 'period', period: {} });
  });

  it.each([
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', 'to'],
    ['2026-11-23', '2026-11-22', 'to'],
    ['2026-11-23', '2026-11-22T23:59:59Z', 'to'],
    ['2026-02-30', '2026-03-01', 'from'],
    ['2026-02-28', '2026-02-29', 'to'],
    ['2026-11-22T25:00:00Z', undefined, 'from'],
  ])('refuses from %s to %s', (from, to, limit) => {
    expect(readPeriod({ from, to })).toMatchObject({ outcome: 'invalid', limit });
  });
});
