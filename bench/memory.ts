import { readProc, startedProcesses } from './processes.ts';

/** The memory of all processes that this one started: proportional set size, in which shared memory counts once. Linux only. */
export function memoryOfChildren(): { processes: number; megabytes: number } {
  const pids = startedProcesses().map(({ pid }) => pid);
  const kilobytes = pids.reduce((sum, pid) => sum + pssKb(pid), 0);
  return { processes: pids.length, megabytes: Math.round(kilobytes / 1024) };
}

const pssKb = (pid: number) => Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0);
