import { readdirSync, readFileSync } from 'node:fs';

/** Memory of all that this process started, in MB: proportional set size, so that what is shared counts once. Linux only. */
export function memoryOfChildren(): { processes: number; megabytes: number } {
  const pids = descendants(process.pid);
  const kilobytes = pids.reduce((sum, pid) => sum + pssKb(pid), 0);
  return { processes: pids.length, megabytes: Math.round(kilobytes / 1024) };
}

function descendants(root: number): number[] {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
    .flatMap((pid) => parentOf(pid).map((parent) => ({ pid, parent })));
  const found = new Set([root]);
  for (let grown = true; grown; ) {
    const before = found.size;
    for (const { pid, parent } of parents) if (found.has(parent)) found.add(pid);
    grown = found.size > before;
  }
  found.delete(root);
  return [...found];
}

/** Empty when the process ended meanwhile. The command's name stands in brackets and may hold anything. */
function parentOf(pid: number): number[] {
  const stat = read(`/proc/${pid}/stat`);
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return stat === '' ? [] : [parent];
}

const pssKb = (pid: number) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
