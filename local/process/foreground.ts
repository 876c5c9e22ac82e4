import { MissingRequirementError } from './missing-requirement.ts';

/** The exit status that shells use after Ctrl-C. */
export const interrupted = 130;

export type Stopping = {
  /** Aborted when this process must end. */
  signal: AbortSignal;
  /** Resolves at the same moment. */
  stopped: Promise<void>;
};

/**
 * Runs a program in the foreground until it ends, and ends this process with the status it returns. Ctrl-C, `kill`, a closed terminal and
 * the end of the parent process all mean: stop everything that was started, then end. A second signal changes nothing.
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
    // The channel to the parent must not keep this process alive.
    process.channel?.unref();
  });
  const status = await program({ signal, stopped }).catch((error: unknown) => (signal.aborted ? interrupted : failed(error)));
  process.exit(status);
}

function failed(error: unknown): number {
  const hint = error instanceof MissingRequirementError ? '' : '\n  Logs are in .local/runs.';
  process.stderr.write(`\n✘ ${error instanceof Error ? error.message : error}${hint}\n`);
  return 1;
}

/** Writes lines to the terminal. */
export function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
