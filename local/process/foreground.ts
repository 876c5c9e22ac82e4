import { MissingRequirementError } from './missing-requirement.ts';

/** As shells say it of Ctrl-C. */
export const interrupted = 130;

export type Stopping = {
  /** Aborted when this process has to end. */
  signal: AbortSignal;
  /** Resolves then. */
  stopped: Promise<void>;
};

/**
 * Runs a program in the foreground until it ends, and ends this process with the status it answers. Ctrl-C, `kill`, a closed terminal and the
 * end of the process that started this one all mean: stop what was started, then end. A second one changes nothing, the stop is under way.
 */
export async function runInForeground(program: (stopping: Stopping) => Promise<number>): Promise<never> {
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = new Promise<void>((resolve) => {
    const stop = () => {
      controller.abort(new Error('stopped'));
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(name, stop);
    // Waiting for that end alone keeps nothing alive.
    process.channel?.unref();
  });
  const status = await program({ signal, stopped }).catch((error: unknown) => (signal.aborted ? interrupted : failed(error)));
  process.exit(status);
}

function failed(error: unknown): number {
  const hint = error instanceof MissingRequirementError ? '' : '\n  Logs are in .local/worlds.';
  process.stderr.write(`\n✘ ${error instanceof Error ? error.message : error}${hint}\n`);
  return 1;
}

/** Writes for the person at the terminal. */
export function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
