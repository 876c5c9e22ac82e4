import type { ChildProcess } from 'node:child_process';
import { once as event } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { echoClient } from '../../tests/kit/grpc/echo-client.ts';
import { type EchoProcess, startEchoProcess } from '../../tests/kit/grpc/echo-process.ts';

const started: EchoProcess[] = [];
afterEach(() => {
  for (const echo of started.splice(0)) echo.kill();
});

const exitOf = (child: ChildProcess) => event(child, 'exit');

async function start(): Promise<EchoProcess> {
  const echo = await startEchoProcess();
  started.push(echo);
  return echo;
}

describe('a service as a process', () => {
  it('serves metrics and health over HTTP', async () => {
    const { target, get } = await start();
    const clients = [1, 2, 3, 4].map(() => echoClient(target));
    for (const client of clients) await client.call('say', 'hello');
    const metrics = async () => (await get('/metrics')).text();
    await expect.poll(metrics).toContain('grpc_requests_total{service="lonja.test.Echo",method="Say",status="OK"} 4');
    expect(await metrics()).toContain('grpc_request_duration_seconds_bucket{');
    const health = await get('/health/grpc');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'SERVING' });
    expect((await get('/other')).status).toBe(404);
    for (const client of clients) client.close();
  });

  it('drains and exits 0, and says so meanwhile', async () => {
    const { child, target, get } = await start();
    const exited = exitOf(child);
    const clients = [1, 2].map(() => echoClient(target));
    await Promise.all(clients.map((client) => client.call('say', 'ready')));
    const calls = clients.map((client) => client.call('wait', '500'));
    await pause(100);
    child.kill('SIGTERM');
    await expect.poll(async () => (await get('/health/grpc')).status).toBe(503);
    expect(await Promise.all(calls)).toEqual(['500', '500']);
    expect(await exited).toEqual([0, null]);
    for (const client of clients) client.close();
  });
});

const once = (call: () => Promise<string>) => call();
/** As every client of ours does. (grpc-js's own retries end with the first header of an answer.) */
const twice = (call: () => Promise<string>) =>
  call().catch((error: ServiceError) => (error.code === status.UNAVAILABLE ? call() : Promise.reject(error)));

describe('two replicas', () => {
  it.each([
    ['told to end: callers see no error, without trying again', 'SIGTERM', once, [0, null]],
    ['killed: callers see no error, trying once more', 'SIGKILL', twice, [null, 'SIGKILL']],
  ] as const)('of which one is %s', async (_what, signal, trying, end) => {
    const [leaving, staying] = [await start(), await start()];
    const client = echoClient(`ipv4:${leaving.target},${staying.target}`, undefined, {
      'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
    });
    await client.call('say', 'ready');
    let calls = 0;
    let stop = false;
    const caller = async () => {
      while (!stop) {
        expect(await trying(() => client.call('say', 'x'))).toBe('x');
        calls += 1;
      }
    };
    const callers = Promise.all(Array.from({ length: 8 }, caller));
    await pause(200);
    const exited = exitOf(leaving.child);
    leaving.child.kill(signal);
    expect(await exited).toEqual(end);
    const before = calls;
    await pause(200);
    stop = true;
    await callers;
    expect(calls).toBeGreaterThan(before);
    client.close();
  });
});
