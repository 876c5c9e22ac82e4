import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceError, status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { echoClient } from '../../tests/kit/grpc/echo-client.ts';
import { echoService } from '../../tests/kit/grpc/echo-service.ts';
import type { OpenCalls } from '../calls/open-calls.ts';
import { Health } from './health.ts';
import { startGrpcServer } from './server.ts';

async function start(health = new Health()) {
  const { definition, methods } = echoService();
  const arrived = { calls: 0 };
  const counting = Object.entries(methods).map(([name, method]) => {
    const counted = (open: OpenCalls) => (call: unknown, callback?: unknown) => {
      arrived.calls += 1;
      Reflect.apply(method(open), undefined, [call, callback]);
    };
    return [name, counted] as const;
  });
  const services = [{ definition, methods: Object.fromEntries(counting) }];
  const server = await startGrpcServer({ host: '127.0.0.1', port: 0, health, services, reflection: false });
  return { ...server, arrived };
}

async function counted(client: ReturnType<typeof echoClient>, upTo: number): Promise<string[]> {
  const messages: string[] = [];
  for await (const message of client.count(upTo)) messages.push(String(message));
  return messages;
}

describe('drain', () => {
  it('loses none of 50 calls and 20 streams in flight, twenty times', async () => {
    for (let round = 0; round < 20; round++) {
      const health = new Health();
      const server = await start(health);
      const clients = [1, 2, 3].map(() => echoClient(`127.0.0.1:${server.port}`));
      const of = (index: number) => clients[index % clients.length] ?? expect.unreachable();
      const calls = Array.from({ length: 50 }, (_, index) => of(index).call('wait', String(20 + index * 2)));
      const streams = Array.from({ length: 20 }, (_, index) => counted(of(index), 10));
      await expect.poll(() => server.arrived.calls, { interval: 1 }).toBe(70);
      await pause(round * 3);
      const drained = server.drain(10_000);
      expect(health.isServing).toBe(false);
      expect(await Promise.all(calls)).toHaveLength(50);
      for (const messages of await Promise.all(streams)) expect(messages).toHaveLength(10);
      await drained;
      for (const client of clients) client.close();
    }
  });

  it('ends what takes too long with UNAVAILABLE, so that its caller asks another', async () => {
    const server = await start();
    const client = echoClient(`127.0.0.1:${server.port}`);
    const call = client.call('wait', '60000');
    const stream = counted(client, 100_000);
    const ended = Promise.allSettled([call, stream]);
    await expect.poll(() => server.arrived.calls).toBe(2);
    const startedAt = performance.now();
    await server.drain(100);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    for (const outcome of await ended) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: status.UNAVAILABLE } });
    }
    client.close();
  });

  it('tells endless streams to end themselves', async () => {
    const health = new Health();
    const told = new Promise((resolve) => health.draining.addEventListener('abort', resolve));
    const server = await start(health);
    await server.drain(100);
    await told;
    const late = echoClient(`127.0.0.1:${server.port}`);
    const refused: ServiceError = await late.call('say', 'x', 1000).catch((error) => error);
    expect(refused.code).toBe(status.UNAVAILABLE);
    late.close();
  });
});
