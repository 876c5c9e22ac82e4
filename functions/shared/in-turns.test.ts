import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

describe('inTurns', () => {
  it('does all of it, so many at a time and no more', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await inTurns([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(2);
      running -= 1;
      done.push(item);
    });
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('lets one that fails hold up no other, and throws it in the end', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      if (item === 1) throw new Error('refused');
      done.push(item);
    };
    await expect(inTurns([1, 2, 3], 1, work)).rejects.toThrow('refused');
    expect(done).toEqual([2, 3]);
  });
});
