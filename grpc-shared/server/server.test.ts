import { once } from 'node:events';
import { connect as connectHttp2, constants } from 'node:http2';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { echoClient } from '../../tests/kit/grpc/echo-client.ts';
import { echoService } from '../../tests/kit/grpc/echo-service.ts';
import { callRegistry } from '../calls/call-metrics.ts';
import { Health } from './health.ts';
import type { Limits } from './limits.ts';
import { startGrpcServer } from './server.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function start(limits: Partial<Limits> = {}) {
  const health = new Health();
  const server = await startGrpcServer({
    host: '127.0.0.1',
    port: 0,
    health,
    services: [echoService()],
    reflection: false,
    limits,
  });
  opened.push({ close: () => server.drain(50) });
  const target = `127.0.0.1:${server.port}`;
  const newClient = () => {
    const client = echoClient(target);
    opened.push(client);
    return client;
  };
  return { server, health, target, newClient, client: newClient() };
}

const metric = async (line: string) => (await callRegistry.metrics()).split('\n').find((one) => one.startsWith(line));

describe('the four kinds of methods', () => {
  it('answer', async () => {
    const { client } = await start();
    expect(await client.call('say', 'hello')).toBe('hello');
    const counted: string[] = [];
    for await (const message of client.count(3)) counted.push(String(message));
    expect(counted).toEqual(['1', '2', '3']);
    const gathered = new Promise((resolve) => {
      const call = client.gather((_, answer) => resolve(String(answer)));
      for (const _ of Array(5)) call.write(Buffer.from('x'));
      call.end();
    });
    expect(await gathered).toBe('5');
    const talk = client.converse();
    talk.write(Buffer.from('a'));
    talk.write(Buffer.from('b'));
    talk.end();
    const heard: string[] = [];
    for await (const message of talk) heard.push(String(message));
    expect(heard).toEqual(['a', 'b']);
  });

  it('are counted by the status they end with', async () => {
    const { client } = await start();
    const line = (method: string, code: string) =>
      metric(`grpc_requests_total{service="lonja.test.Echo",method="${method}",status="${code}"}`);
    await client.call('say', 'x');
    await expect(client.call('wait', '5000', 50)).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
    const stream = client.count(1000);
    await once(stream, 'data');
    stream.cancel();
    await once(stream, 'error');
    await expect.poll(() => line('Say', 'OK')).toMatch(/ [1-9]/);
    await expect.poll(() => line('Wait', 'DEADLINE_EXCEEDED')).toMatch(/ 1$/);
    await expect.poll(() => line('Count', 'CANCELLED')).toMatch(/ 1$/);
    expect(await metric('grpc_request_duration_seconds_count{service="lonja.test.Echo",method="Say"}')).toMatch(/ [1-9]/);
  });
});

describe('limits', () => {
  it('refuses a message that is too long, and goes on', async () => {
    const { client } = await start();
    await expect(client.call('say', 'x'.repeat(65 * 1024))).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    expect(await client.call('say', 'x'.repeat(63 * 1024))).toHaveLength(63 * 1024);
  });

  it('refuses headers that are too long', async () => {
    const { target } = await start({ headerBytes: 8192 });
    const session = connectHttp2(`http://${target}`);
    opened.push({ close: () => session.destroy() });
    const { settings } = await new Promise<{ settings: unknown }>((resolve) =>
      session.once('remoteSettings', (settings) => resolve({ settings })),
    );
    expect(settings).toMatchObject({ maxHeaderListSize: 8192, maxConcurrentStreams: 256 });
    const codeOf = async (bytes: number) => {
      const stream = session.request({ ':method': 'POST', ':path': '/lonja.test.Echo/Say', 'x-long': 'x'.repeat(bytes) });
      stream.on('error', () => {});
      stream.on('response', () => stream.close(constants.NGHTTP2_NO_ERROR));
      await new Promise((resolve) => stream.once('close', resolve));
      return stream.rstCode;
    };
    expect(await codeOf(4096)).toBe(constants.NGHTTP2_NO_ERROR);
    expect(await codeOf(12_000)).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM);
  });

  it('takes no more connections than it may', async () => {
    const { target, newClient } = await start({ connections: 2 });
    const [first, second] = [newClient(), newClient()];
    await Promise.all([first.call('say', 'x'), second.call('say', 'x')]);
    const [host = '', port = ''] = target.split(':');
    const third = connect(Number(port), host);
    await once(third, 'close');
    expect(await first.call('say', 'x')).toBe('x');
  });

  it('takes no more calls than it may', async () => {
    const { client } = await start({ callsInFlight: 2 });
    const waiting = [client.call('wait', '200'), client.call('wait', '200')];
    await pause(50);
    await expect(client.call('say', 'x')).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    const stream = client.count(1);
    const [error] = (await once(stream, 'error')) as [ServiceError];
    expect(error.code).toBe(status.RESOURCE_EXHAUSTED);
    await Promise.all(waiting);
    expect(await client.call('say', 'x')).toBe('x');
  });

  it('closes a connection that says nothing, and one that is old; the client comes back', async () => {
    const { target, client } = await start({ idleMs: 100, connectionAgeMs: 300, connectionAgeGraceMs: 100 });
    const [host = '', port = ''] = target.split(':');
    const idle = connect(Number(port), host);
    idle.resume();
    await once(idle, 'close');
    const until = Date.now() + 1000;
    while (Date.now() < until) expect(await client.call('wait', '5')).toBe('5');
  });
});

describe('deadlines', () => {
  it('stop the work', async () => {
    const { client, health } = await start();
    const startedAt = performance.now();
    await expect(client.call('wait', '60000', 100)).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(health.isServing).toBe(true);
  });
});
