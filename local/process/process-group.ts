import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProcessGroupOptions = {
  command: string;
  args: readonly string[];
  /** The whole environment: nothing of this process's own environment is added. */
  env: Record<string, string>;
  cwd: string;
  /** Standard output and error are appended to it. */
  logFile: string;
};

export type ProcessGroup = {
  pid: number;
  /** Whether the leader still runs. */
  running(): boolean;
  /** Resolves when the leader has ended, with how: `exit code 1` or `SIGKILL`. */
  ended: Promise<string>;
  /** Asks the leader to end, then kills what is left of its group; resolves when no process of the group is left. */
  stop(graceMs: number): Promise<void>;
};

/**
 * Starts a command as the leader of a new process group, so that the processes it starts can be ended with it. Its standard input stays
 * open for as long as this process lives: when it closes, the command knows that its parent is gone, however the parent ended.
 */
export function startProcessGroup({ command, args, env, cwd, logFile }: ProcessGroupOptions): ProcessGroup {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { env, cwd, detached: true, stdio: ['pipe', log, log] });
  closeSync(log);
  // A failed start shows as not running; the caller that waits for it reports the end of the log.
  child.on('error', () => {});
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  const running = () => child.exitCode === null && child.signalCode === null;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { pid, running, ended, stop: (graceMs) => stopGroup(child, pid, running, graceMs) };
}

async function stopGroup(child: ChildProcess, pid: number, running: () => boolean, graceMs: number): Promise<void> {
  if (running()) child.kill('SIGTERM');
  await until(() => !running(), graceMs);
  signalGroup(pid, 'SIGKILL');
  const gone = await until(() => !signalGroup(pid, 0), 5_000);
  if (!gone) throw new Error(`process group ${pid} does not end: kill -9 -- -${pid}`);
}

/** Returns false when no process of the group is left. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
