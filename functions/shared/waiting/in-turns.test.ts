import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

describe('inTurns', () => {
  it('works on all items, never on more at once than asked for, and keeps their order', async () => {
    let running = 0;
    let most = 0;
    const doubled = await inTurns([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, ++running);
      await setTimeout(8 - item);
      running--;
      return item * 2;
    });
    expect(doubled).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(most).toBe(3);
  });

  it('goes on after a failure, and throws the first one in the end', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      if (item < 3) throw new Error(`no ${item}`);
      done.push(item);
    };
    await expect(inTurns([1, 2, 3, 4], 1, work)).rejects.toThrow('no 1');
    expect(done).toEqual([3, 4]);
  });
});
