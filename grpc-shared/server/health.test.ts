import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { HealthClient, HealthCheckResponse_ServingStatus as Serving } from '../../generated/grpc/grpc/health/v1/health.ts';
import { echoService } from '../../tests/kit/grpc/echo-service.ts';
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
    const client = new HealthClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
    opened.push(client);
    return { health, client };
  }

  it('tells who watches of each turn, and not of each reason', async () => {
    const { health, client } = await start();
    const seen: Serving[] = [];
    const watch = client.watch({ service: 'lonja.test.Echo' });
    watch.on('data', (said) => seen.push(said.status));
    await expect.poll(() => seen).toEqual([Serving.SERVING]);
    health.set('feed', 'blind');
    health.set('keys', 'unreadable');
    health.set('feed');
    health.set('keys');
    await expect.poll(() => seen).toEqual([Serving.SERVING, Serving.NOT_SERVING, Serving.SERVING]);
    const ended = new Promise((resolve) => watch.once('end', resolve));
    health.startDraining();
    await ended;
    expect(seen.at(-1)).toBe(Serving.NOT_SERVING);
  });

  it('knows what is served here and nothing else', async () => {
    const { client } = await start();
    const check = (service: string) =>
      new Promise((resolve) => {
        client.check({ service }, (error: ServiceError | null, answer) => resolve(error?.code ?? answer.status));
      });
    expect(await check('lonja.test.Echo')).toBe(Serving.SERVING);
    expect(await check('')).toBe(Serving.SERVING);
    expect(await check('lonja.test.Other')).toBe(status.NOT_FOUND);
  });
});
