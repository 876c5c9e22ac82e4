import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { echoClient } from './echo-client.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

type Said = { message: string; port: number; httpPort: number };

/** The echo service as it would run on a machine; resolves when it listens. */
async function start(processes: number, port = 0) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'echo-main.ts')], {
    env: {
      PATH: process.env.PATH,
      GRPC_HOST: '127.0.0.1',
      GRPC_PORT: String(port),
      GRPC_HTTP_PORT: '0',
      GRPC_TLS: 'off',
      GRPC_PROCESSES: String(processes),
      GRPC_REVISION: 'abc',
      POWERTOOLS_SERVICE_NAME: 'echo',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const lines: Said[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(JSON.parse(line)));
  await expect.poll(() => lines.some(({ message }) => message === 'listening'), { timeout: 15_000 }).toBe(true);
  const said = lines.find(({ message }) => message === 'listening') ?? expect.unreachable();
  const http = (path: string) => fetch(`http://127.0.0.1:${said.httpPort}${path}`);
  return { child, lines, target: `127.0.0.1:${said.port}`, port: said.port, http };
}

describe('a service of two processes', () => {
  it('serves with both, and adds up their metrics', async () => {
    const { target, http } = await start(2);
    const clients = [1, 2, 3, 4].map(() => echoClient(target));
    for (const client of clients) await client.call('say', 'hello');
    const metrics = await (await http('/metrics')).text();
    expect(metrics).toContain('grpc_requests_total{service="lonja.test.Echo",method="Say",status="OK"} 4');
    expect(metrics).toContain('grpc_request_duration_seconds_bucket{');
    const health = await http('/health/grpc');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'SERVING' });
    expect((await http('/other')).status).toBe(404);
    for (const client of clients) client.close();
  });

  it('drains as one and exits 0, and says so meanwhile', async () => {
    const { child, target, http } = await start(2);
    const exited = once(child, 'exit');
    const clients = [1, 2].map(() => echoClient(target));
    await Promise.all(clients.map((client) => client.call('say', 'ready')));
    const calls = clients.map((client) => client.call('wait', '500'));
    await pause(100);
    child.kill('SIGTERM');
    await expect.poll(async () => (await http('/health/grpc')).status).toBe(503);
    expect(await Promise.all(calls)).toEqual(['500', '500']);
    expect(await exited).toEqual([0, null]);
    for (const client of clients) client.close();
  });
});

describe('two replicas', () => {
  it('of which one is told to end: callers see no error', async () => {
    const replicas = [await start(1), await start(1)];
    const target = `ipv4:${replicas.map(({ target }) => target).join(',')}`;
    const client = echoClient(target, undefined, {
      'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
    });
    await client.call('say', 'ready');
    let calls = 0;
    let stop = false;
    const caller = async () => {
      while (!stop) {
        expect(await client.call('say', 'x')).toBe('x');
        calls += 1;
      }
    };
    const callers = Promise.all(Array.from({ length: 8 }, caller));
    await pause(200);
    const exited = once(replicas[0]?.child ?? expect.unreachable(), 'exit');
    replicas[0]?.child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    const before = calls;
    await pause(200);
    stop = true;
    await callers;
    expect(calls).toBeGreaterThan(before);
    client.close();
  });
});
