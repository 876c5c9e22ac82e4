export type RestartPolicy = {
  /** How many restarts in a row are tried. */
  maxRestarts: number;
  /** A process that ran for so long since its last restart starts a new row. */
  steadyAfterMs: number;
  /** The pause before the first restart. It doubles with every further one. */
  firstPauseMs: number;
  maxPauseMs: number;
};

export const restartPolicy: RestartPolicy = { maxRestarts: 5, steadyAfterMs: 60_000, firstPauseMs: 200, maxPauseMs: 5_000 };

export type RestartDecision = { action: 'restart'; restart: number; pauseMs: number } | { action: 'give-up' };

/**
 * Decides whether a process that has ended is started again. `restarts` is how often it was restarted in a row so far, `ranForMs` how long
 * it worked this time: 0 when it did not start.
 */
export function decideRestart(restarts: number, ranForMs: number, policy: RestartPolicy): RestartDecision {
  const inRow = ranForMs >= policy.steadyAfterMs ? 0 : restarts;
  if (inRow >= policy.maxRestarts) return { action: 'give-up' };
  return { action: 'restart', restart: inRow + 1, pauseMs: Math.min(policy.firstPauseMs * 2 ** inRow, policy.maxPauseMs) };
}
