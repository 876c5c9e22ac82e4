import { say } from '../process/foreground.ts';
import { freePort } from '../process/free-port.ts';
import { MissingRequirementError } from '../process/missing-requirement.ts';
import { type Supervision, supervise } from '../process/supervise.ts';
import { emulator } from './chosen-emulator.ts';
import type { EmulatorProcess } from './emulator.ts';

const portAttempts = 5;
const stopGraceMs = 5_000;

/** The emulator that a local system uses. */
export type RunningEmulator = {
  /** Takes the requests of every AWS service, e.g. `http://127.0.0.1:41234`. */
  endpoint: string;
  /**
   * From now on restarts it on the same port when it ends. It is empty then: `fill` deploys everything again, and is part of the restart.
   * `lost` is called at once when it has ended. Does nothing for an emulator that somebody else started.
   */
  keepRunning(fill: (signal: AbortSignal) => Promise<void>, lost: () => void): Pick<Supervision, 'end'>;
  /** Undefined for an emulator that somebody else started. */
  pid(): number | undefined;
  /** Ends it with every process it started. Does nothing when somebody else started it. @throws when a process does not end */
  stop(): Promise<void>;
};

/**
 * Starts the emulator on a free port. Another process may take the port first: then the next one is tried. `giveUp` is called when it
 * ends by itself, unless it is kept running, or when it ends too often.
 */
export async function startEmulator(folder: string, giveUp: (error: Error) => void): Promise<RunningEmulator> {
  const first = await startOnFreePort(folder);
  const { endpoint, port, logFile } = first;
  let supervision: Supervision | undefined;
  let isStopping = false;
  const current = () => supervision?.current() ?? first.group;
  void first.group.ended.then((reason) => {
    if (isStopping || supervision !== undefined) return;
    giveUp(new Error(`${emulator.name} ended (${reason}). Its log says why: ${logFile}`));
  });
  return {
    endpoint,
    keepRunning(fill, lost) {
      supervision = supervise(first.group, {
        name: emulator.name,
        logFile,
        lost: 'everything stored in it is lost',
        ended: lost,
        async restart(signal) {
          const { group } = await emulator.start({ folder, port });
          try {
            await fill(signal);
            return group;
          } catch (error) {
            await group.stop(0);
            throw error;
          }
        },
        say,
        giveUp,
      });
      return supervision;
    },
    pid: () => current().pid,
    async stop() {
      isStopping = true;
      await current().stop(stopGraceMs);
    },
  };
}

async function startOnFreePort(folder: string): Promise<EmulatorProcess & { port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { ...(await emulator.start({ folder, port })), port };
    } catch (error) {
      if (attempt === portAttempts) throw error;
    }
  }
}

/** An emulator that somebody else started and will stop. @throws MissingRequirementError when nothing answers there */
export async function runningEmulator(endpoint: string): Promise<RunningEmulator> {
  if (!(await emulator.answers(endpoint))) {
    throw new MissingRequirementError(
      `${emulator.name} does not answer at ${endpoint}: start it there, or leave --endpoint out.`,
    );
  }
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    keepRunning: () => ({ end: async () => {} }),
    pid: () => undefined,
    stop: async () => {},
  };
}
