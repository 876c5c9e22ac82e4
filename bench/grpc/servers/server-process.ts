import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server of the bench as a process of its own, or several. */
export type ServerProcess = {
  port: number;
  child: ChildProcess;
  /** What it has used of processors so far, its children included; undefined where there is no /proc. */
  cpuSeconds(): number | undefined;
  stop(): void;
};

/** Small young generation, as the images have it: what a call leaves behind fits into the processor's cache. */
const nodeOptions = (process.env.BENCH_NODE_OPTIONS ?? '--max-semi-space-size=2').split(' ').filter(Boolean);

/** Starts a server of this folder under Node. */
export function startServer(file: string, env: Record<string, string>): Promise<ServerProcess> {
  const profile = process.env.BENCH_PROFILE?.includes(file) ? ['--cpu-prof', `--cpu-prof-dir=${join('.local', 'profiles')}`] : [];
  return started(process.execPath, [...nodeOptions, ...profile, join(import.meta.dirname, file)], env);
}

/** Resolves when it has written that it listens. */
export async function started(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // However the bench ends, nothing of it goes on.
  process.once('exit', () => child.kill());
  const port = await portOf(child, args);
  return { port, child, cpuSeconds: () => cpuSecondsOf(child.pid ?? 0), stop: () => child.kill('SIGTERM') };
}

/** Goes on reading afterwards: a process whose output nobody reads stands still. */
async function portOf(child: ChildProcess, args: readonly string[]): Promise<number> {
  if (child.stdout === null) throw new Error('the process has an output');
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said: { message?: string; port?: number } = JSON.parse(line);
    if (said.message === 'listening' && said.port !== undefined) resolve(said.port);
  });
  void once(child, 'exit').then(([code]) => reject(new Error(`${args.at(-1)} ended with ${code}`)));
  return promise;
}

const ticksPerSecond = 100;

function cpuSecondsOf(pid: number): number | undefined {
  try {
    // The name of the program is in brackets and may hold spaces; utime and stime are the 12th and 13th field after it (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const own = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + (cpuSecondsOf(Number(child)) ?? 0), own);
  } catch {
    return undefined;
  }
}
