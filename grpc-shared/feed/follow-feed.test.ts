import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Health } from '../server/health.ts';
import { followFeed } from './follow-feed.ts';

function feed() {
  const clock = { ms: 1_000_000 };
  const state = { out: false, reads: 0 };
  const health = new Health();
  const followed = followFeed({
    name: 'rights',
    health,
    nowMs: () => clock.ms,
    async read() {
      state.reads++;
      if (state.out) throw new Error('the table is out of reach');
    },
  });
  return { clock, state, health, followed };
}

describe('followFeed', () => {
  it('does not serve before the feed was read once', async () => {
    const { state, health, followed } = feed();
    state.out = true;
    await followed.poll();
    expect([health.isServing, followed.isFresh()]).toEqual([false, false]);
    state.out = false;
    await followed.poll();
    expect([health.isServing, followed.isFresh()]).toEqual([true, true]);
  });

  it('vouches for what is kept for 750 ms after a read began', async () => {
    const { clock, followed } = feed();
    await followed.poll();
    clock.ms += 749;
    expect(followed.isFresh()).toBe(true);
    clock.ms += 1;
    expect(followed.isFresh()).toBe(false);
  });

  it('says NOT_SERVING when it could not be read for 30 seconds, not before, and serves again when it can', async () => {
    const { clock, state, health, followed } = feed();
    await followed.poll();
    state.out = true;
    clock.ms += 29_999;
    await followed.poll();
    expect(health.isServing).toBe(true);
    clock.ms += 1;
    await followed.poll();
    expect(health.isServing).toBe(false);
    expect(health.reasons).toEqual(['rights: out of reach for 30 seconds or more']);
    state.out = false;
    await followed.poll();
    expect([health.isServing, followed.isFresh()]).toEqual([true, true]);
  });

  it('counts the age of what it knows from the beginning of a read', async () => {
    const clock = { ms: 0 };
    const slow = followFeed({
      name: 'slow',
      health: new Health(),
      nowMs: () => clock.ms,
      async read() {
        clock.ms += 1500;
      },
    });
    await slow.poll();
    expect(slow.isFresh()).toBe(false);
  });

  it('gives up a read that says nothing', { timeout: 5000 }, async () => {
    const health = new Health();
    const followed = followFeed({ name: 'mute', health, read: () => new Promise(() => {}) });
    await followed.poll();
    expect(health.isServing).toBe(false);
  });

  it('reads on its own, until it is stopped', async () => {
    const { state, followed } = feed();
    await followed.start();
    await pause(600);
    followed.stop();
    expect(state.reads).toBeGreaterThanOrEqual(2);
    const { reads } = state;
    await pause(400);
    expect(state.reads).toBe(reads);
  });
});
