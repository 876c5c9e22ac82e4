import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type EchoProcess = {
  child: ChildProcess;
  target: string;
  port: number;
  /** Over HTTP. */
  get(path: string): Promise<Response>;
  /** What of it is in memory. */
  memoryBytes(): number;
  kill(): void;
};

/** The echo service as it would run on a machine, for tests; resolves when it listens. */
export async function startEchoProcess(): Promise<EchoProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'echo-main.ts')], {
    env: {
      PATH: process.env.PATH,
      GRPC_HOST: '127.0.0.1',
      GRPC_PORT: '0',
      GRPC_HTTP_PORT: '0',
      GRPC_TLS: 'off',
      POWERTOOLS_SERVICE_NAME: 'echo',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { port, httpPort } = await portsOf(child);
  return {
    child,
    port,
    target: `127.0.0.1:${port}`,
    get: (path) => fetch(`http://127.0.0.1:${httpPort}${path}`),
    memoryBytes: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    kill: () => child.kill('SIGKILL'),
  };
}

/** Goes on reading afterwards, since a process whose output nobody reads stands still. */
function portsOf(child: ChildProcess): Promise<{ port: number; httpPort: number }> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the process has an output');
    child.once('exit', (code) => reject(new Error(`the echo service ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said: { message?: string; port: number; httpPort: number } = JSON.parse(line);
      if (said.message === 'listening') resolve(said);
    });
  });
}
