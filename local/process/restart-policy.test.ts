import { describe, expect, it } from 'vitest';
import { decideRestart } from './restart-policy.ts';

const policy = { maxRestarts: 3, steadyAfterMs: 60_000, firstPauseMs: 200, maxPauseMs: 500 };

describe('decideRestart', () => {
  it('restarts a process that ends for the first time after a short pause', () => {
    expect(decideRestart(0, 10, policy)).toEqual({ action: 'restart', restart: 1, pauseMs: 200 });
  });

  it('doubles the pause with every restart in a row, up to the limit', () => {
    expect(decideRestart(1, 10, policy)).toEqual({ action: 'restart', restart: 2, pauseMs: 400 });
    expect(decideRestart(2, 10, policy)).toEqual({ action: 'restart', restart: 3, pauseMs: 500 });
  });

  it('gives up on a process that keeps ending, however long each start takes', () => {
    expect(decideRestart(3, 59_999, policy)).toEqual({ action: 'give-up' });
    expect(decideRestart(3, 0, policy)).toEqual({ action: 'give-up' });
  });

  it('begins anew with a process that ran for a minute', () => {
    expect(decideRestart(3, 60_000, policy)).toEqual({ action: 'restart', restart: 1, pauseMs: 200 });
  });
});
