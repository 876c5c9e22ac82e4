import { createServer, type Server } from 'node:http';
import type { TestProject } from 'vitest/node';
import { addressesOf, type SystemAddresses } from '../../local/demo/addresses.ts';
import { type LocalSystem, startLocalSystem } from '../../local/local-system.ts';
import { listenOnFreePort } from '../../local/process/free-port.ts';

/** The one system that all end-to-end tests share. */
export type TestWorld = SystemAddresses & {
  /** Where the gRPC services write their logs. */
  folder: string;
  /** Controls the gRPC services: `POST /auth/stop`, `/inventory/start`, `/auth/kill` … Only the process that started them can do so. */
  controlUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    world: TestWorld;
  }
}

/** Times are shortened by the templates' parameters, not by other code. */
const settings = { name: 'e2e', chargeTimeoutSeconds: 20, retryWaitSeconds: 1 };

/** Starts the system once for all files, on free ports. Returns what stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const system = await startLocalSystem({ ...settings, step: timedStep });
  try {
    const { server, controlUrl } = await controlServer(system);
    project.provide('world', { ...addressesOf(system), folder: system.folder, controlUrl });
    return async () => {
      server.close();
      await system.stop();
    };
  } catch (thrown) {
    await system.stop();
    throw thrown;
  }
}

async function timedStep<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  process.stdout.write(`${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`);
  return result;
}

async function controlServer({ grpc }: LocalSystem): Promise<{ server: Server; controlUrl: string }> {
  const commands = new Map<string, () => Promise<unknown>>(
    Object.entries(grpc).flatMap(([service, { start, stop, pid }]) => [
      [`/${service}/start`, () => start()] as const,
      [`/${service}/stop`, stop] as const,
      [`/${service}/kill`, async () => kill(pid())] as const,
      [`/${service}/pid`, async () => pid()] as const,
    ]),
  );
  const server = createServer((request, response) => {
    const command = commands.get(request.url ?? '') ?? (() => Promise.reject(new Error(`no such command: ${request.url}`)));
    command().then(
      (result) => response.end(String(result ?? '')),
      (thrown) => response.writeHead(500).end(String(thrown)),
    );
  });
  return { server, controlUrl: `http://127.0.0.1:${await listenOnFreePort(server)}` };
}

function kill(pid: number | undefined): void {
  if (pid === undefined) throw new Error('it does not run');
  process.kill(pid, 'SIGKILL');
}
