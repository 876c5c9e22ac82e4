import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessGroup } from './process-group.ts';
import { decideRestart, type RestartPolicy, restartPolicy } from './restart-policy.ts';

export type SupervisionOptions = {
  /** As messages to the developer name the process, such as `gRPC auth`. */
  name: string;
  /** Where the developer finds out why it ended. */
  logFile: string;
  /** What its end destroys, as the end of a sentence: `calls in flight are cut off`. */
  lost: string;
  /** Called at once whenever it has ended by itself. */
  ended?(): void;
  /** Starts it again; resolves when it is ready to work. Stops trying when the signal is aborted. A failed start counts like an end. */
  restart(signal: AbortSignal): Promise<ProcessGroup>;
  /** Tells the developer, one line at a time. */
  say(line: string): void;
  /** Called once, when the process ends too often. Nothing is restarted afterwards. */
  giveUp(error: Error): void;
  policy?: RestartPolicy;
  /** In ms. */
  clock?(): number;
};

export type Supervision = {
  /** The process that runs now, or ran last. */
  current(): ProcessGroup;
  /** Ends the supervision and a restart in progress. The process goes on. */
  end(): Promise<void>;
};

/** Watches a process and restarts it whenever it ends by itself, within the limits of the policy. */
export function supervise(
  first: ProcessGroup,
  { name, logFile, lost, ended, restart, say, giveUp, policy = restartPolicy, clock = Date.now }: SupervisionOptions,
): Supervision {
  const ending = new AbortController();
  const endOfSupervision = new Promise<undefined>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve(undefined));
  });
  let current = first;
  let readyAtMs = clock();
  let restarts = 0;

  async function watch(): Promise<void> {
    for (;;) {
      const reason = await Promise.race([endOfSupervision, current.ended]);
      if (reason === undefined || !(await recover(reason, clock() - readyAtMs))) return;
    }
  }

  /** Restarts until a start succeeds. Returns false when there is nothing more to watch. */
  async function recover(reason: string, ranForMs: number): Promise<boolean> {
    ended?.();
    const decision = decideRestart(restarts, ranForMs, policy);
    if (decision.action === 'give-up') {
      giveUp(new Error(`${name} ended again after ${restarts} restarts (${reason}). Its log says why: ${logFile}`));
      return false;
    }
    restarts = decision.restart;
    say(`${name} ended (${reason}): ${lost}. Restarting it (${restarts} of ${policy.maxRestarts}).`);
    try {
      // Its children, such as an emulator's Lambdas, must not outlive it.
      await current.stop(0);
      await sleep(decision.pauseMs, undefined, { signal: ending.signal });
      current = await restart(ending.signal);
    } catch (error) {
      return !ending.signal.aborted && recover(error instanceof Error ? error.message : String(error), 0);
    }
    if (ending.signal.aborted) return false;
    readyAtMs = clock();
    say(`${name} runs again.`);
    return true;
  }

  const watching = watch();
  return {
    current: () => current,
    async end() {
      ending.abort();
      await watching;
    },
  };
}
