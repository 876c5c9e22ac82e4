import { describe, expect, it } from 'vitest';
import { tableOf } from './table.ts';

describe('tableOf', () => {
  it('compares a figure with its peer, and says whether the goal is met', () => {
    const table = tableOf([
      { what: 'read', ours: 26, peer: 20, unit: 'ms', goal: 1.3 },
      { what: 'saga', ours: 300, peer: 100, unit: 'ms', goal: 1.5 },
      { what: 'memory', ours: 1600, unit: 'MB', goal: 1500 },
      { what: 'refusals', ours: 0, unit: 'responses', goal: 0 },
      { what: 'unlimited', ours: 1, unit: 's' },
    ]);
    expect(table.split('\n').slice(2)).toEqual([
      '| read | 26 / 20 ms = **1.30** | ≤ 1.3 | met |',
      '| saga | 300 / 100 ms = **3.00** | ≤ 1.5 | not met |',
      '| memory | 1600 MB | ≤ 1500 MB | not met |',
      '| refusals | 0 responses | ≤ 0 responses | met |',
      '| unlimited | 1 s |  |  |',
    ]);
  });
});
