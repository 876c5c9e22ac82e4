import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine. Read from /proc, so on Linux only. */
export type RunningProcess = {
  pid: number;
  parent: number;
  /** Processor time that it has used so far, and its ended children, in seconds. */
  cpuSeconds: number;
  endedChildrenCpuSeconds: number;
};

const ticksPerSecond = 100;

/** Every process that this one started, directly or through others. */
export function startedProcesses(): RunningProcess[] {
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
    .flatMap((pid) => processOf(pid));
  const found = new Set([process.pid]);
  for (let grew = true; grew; ) {
    const before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
    grew = found.size > before;
  }
  return all.filter(({ pid }) => pid !== process.pid && found.has(pid));
}

/** Its environment when it was started, by name; empty when it has ended. */
export function environmentOf(pid: number): Map<string, string> {
  const entries = readProc(pid, 'environ').split('\0').filter(Boolean);
  return new Map(entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}

/** A file of a process under /proc; empty when the process has ended. */
export function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Empty when the process has ended. The command's name is in brackets and may contain anything; proc(5) numbers the fields. */
function processOf(pid: number): RunningProcess[] {
  const stat = readProc(pid, 'stat');
  if (stat === '') return [];
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (user: number, system: number) => (Number(fields[user - 3]) + Number(fields[system - 3])) / ticksPerSecond;
  return [{ pid, parent: Number(fields[1]), cpuSeconds: seconds(14, 15), endedChildrenCpuSeconds: seconds(16, 17) }];
}
