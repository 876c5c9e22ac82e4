import { describe, expect, it } from 'vitest';
import { endedSessions } from './ended-sessions.ts';

function known() {
  const state = { fresh: true, reads: 0, over: false };
  const clock = { ms: 0 };
  const sessions = endedSessions({
    isFresh: () => state.fresh,
    nowMs: () => clock.ms,
    async isSessionOver() {
      state.reads++;
      return state.over;
    },
  });
  return { state, clock, sessions };
}

describe('endedSessions', () => {
  it('knows of a session that it goes on, without a read, until it hears that it ended', () => {
    const { state, sessions } = known();
    expect([sessions.isOver('o', 'a'), sessions.mayGoOn('a')]).toEqual([false, true]);
    sessions.apply('a');
    expect([sessions.isOver('o', 'a'), sessions.mayGoOn('a')]).toEqual([true, false]);
    expect([sessions.mayGoOn('b'), sessions.mayGoOn(undefined)]).toEqual([true, true]);
    expect(state.reads).toBe(0);
  });

  it('reads the session while the feed is not fresh', async () => {
    const { state, sessions } = known();
    state.fresh = false;
    expect(await sessions.isOver('o', 'a')).toBe(false);
    state.over = true;
    expect(await sessions.isOver('o', 'a')).toBe(true);
    expect(state.reads).toBe(2);
  });

  it('remembers it as long as a token may be in force', () => {
    const { clock, sessions } = known();
    sessions.apply('a');
    clock.ms = 15 * 60_000 + 10_000;
    sessions.apply('b');
    expect(sessions.isOver('o', 'a')).toBe(true);
    clock.ms += 60_000;
    sessions.apply('c');
    expect(sessions.isOver('o', 'a')).toBe(false);
  });

  it('reads every session once more than it can remember have ended, for as long as it cannot know', async () => {
    const { state, clock, sessions } = known();
    for (let index = 0; index <= 50_000; index++) sessions.apply(`session ${index}`);
    state.over = true;
    expect(sessions.mayGoOn('session 0')).toBe(false);
    expect(await sessions.isOver('o', 'session 0')).toBe(true);
    expect(state.reads).toBe(1);
    clock.ms = 20 * 60_000;
    expect(sessions.mayGoOn('another')).toBe(true);
  });
});
