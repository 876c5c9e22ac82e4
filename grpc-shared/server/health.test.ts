import { once } from 'node:events';
import { status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { echoService } from '../../tests/kit/grpc/echo-service.ts';
import { type HealthClient, healthClient } from '../../tests/kit/grpc/health-client.ts';
import { Health } from './health.ts';
import { startGrpcServer } from './server.ts';

describe('Health', () => {
  it('serves while nobody has a reason why not', () => {
    const health = new Health();
    health.set('feed', 'blind for 30 s');
    health.set('keys', 'unreadable');
    expect(health.reasons).toEqual(['feed: blind for 30 s', 'keys: unreadable']);
    health.set('feed');
    expect(health.isServing).toBe(false);
    health.set('keys');
    expect(health.isServing).toBe(true);
  });

  it('tells of changes alone', () => {
    const health = new Health();
    let told = 0;
    const forget = health.onChange(() => {
      told += 1;
    });
    health.set('feed');
    health.set('feed', 'blind');
    health.set('feed', 'blind');
    expect(told).toBe(1);
    forget();
    health.set('feed');
    expect(told).toBe(1);
  });

  it('drains for good', () => {
    const health = new Health();
    health.startDraining();
    health.startDraining();
    expect(health.reasons).toEqual(['process: draining']);
    expect(health.draining.aborted).toBe(true);
  });
});

describe('grpc.health.v1', () => {
  const opened: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });

  async function start() {
    const health = new Health();
    const server = await startGrpcServer({ host: '127.0.0.1', port: 0, health, services: [echoService()], reflection: false });
    opened.push({ close: () => server.drain(50) });
    const newClient = (): HealthClient => {
      const client = healthClient(`127.0.0.1:${server.port}`);
      opened.push(client);
      return client;
    };
    return { health, client: newClient(), newClient };
  }

  it('tells who watches of each turn, and not of each reason', async () => {
    const { health, client } = await start();
    const seen: string[] = [];
    const watch = client.watch('lonja.test.Echo');
    watch.on('data', (answer) => seen.push(answer.status));
    await expect.poll(() => seen).toEqual(['SERVING']);
    health.set('feed', 'blind');
    health.set('keys', 'unreadable');
    health.set('feed');
    health.set('keys');
    await expect.poll(() => seen).toEqual(['SERVING', 'NOT_SERVING', 'SERVING']);
    const ended = new Promise((resolve) => watch.once('end', resolve));
    health.startDraining();
    await ended;
    expect(seen.at(-1)).toBe('NOT_SERVING');
  });

  it('knows what is served here and nothing else', async () => {
    const { client } = await start();
    expect(await client.check('lonja.test.Echo')).toBe('SERVING');
    expect(await client.check('')).toBe('SERVING');
    await expect(client.check('lonja.test.Other')).rejects.toMatchObject({ code: status.NOT_FOUND });
    const watch = client.watch('lonja.test.Other');
    const [answer] = await once(watch, 'data');
    expect(answer).toEqual({ status: 'SERVICE_UNKNOWN' });
    watch.cancel();
    await once(watch, 'error');
  });

  it('limits how many watch a process', async () => {
    const { client, health, newClient } = await start();
    const clients = [client, ...Array.from({ length: 3 }, newClient)];
    const watches = clients.flatMap((one) => Array.from({ length: 250 }, () => one.watch('')));
    await Promise.all(watches.map((watch) => once(watch, 'data')));
    const [error] = await once(newClient().watch(''), 'error');
    expect(error).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    const ended = Promise.all(watches.map((watch) => once(watch, 'end')));
    health.startDraining();
    await ended;
  });
});
