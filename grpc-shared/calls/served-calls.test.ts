import { once } from 'node:events';
import { connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import { Metadata, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { echoClient } from '../../tests/kit/grpc/echo-client.ts';
import { echoDefinition, echoService } from '../../tests/kit/grpc/echo-service.ts';
import { Health } from '../server/health.ts';
import { type GrpcServerProps, startGrpcServer } from '../server/server.ts';
import { DependencyOutError, RefusedCallError } from './call-errors.ts';
import { callRegistry } from './call-metrics.ts';
import { grpcService } from './grpc-service.ts';
import { unary } from './methods.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function start(props: Partial<GrpcServerProps> = {}) {
  const server = await startGrpcServer({
    ...{ host: '127.0.0.1', port: 0, health: new Health(), services: [echoService()], reflection: false },
    ...props,
  });
  opened.push({ close: () => server.drain(50) });
  const client = echoClient(`127.0.0.1:${server.port}`);
  opened.push(client);
  return { server, client };
}

/** A request of which every byte is chosen, and what comes back before the stream is closed. */
async function rawCall(port: number, headers: OutgoingHttpHeaders, body?: Buffer) {
  const session = connect(`http://127.0.0.1:${port}`);
  opened.push({ close: () => session.destroy() });
  const stream = session.request({ ':method': 'POST', 'content-type': 'application/grpc', te: 'trailers', ...headers });
  stream.on('error', () => {});
  const answer: { headers?: IncomingHttpHeaders; trailers?: IncomingHttpHeaders } = {};
  stream.on('response', (headers) => {
    answer.headers = headers;
  });
  stream.on('trailers', (trailers) => {
    answer.trailers = trailers;
  });
  stream.resume();
  if (body !== undefined) stream.end(body);
  return { stream, answer };
}
const framed = (message: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message]);

const countOf = async (service: string, method: string, code: string) => {
  const line = `grpc_requests_total{service="${service}",method="${method}",status="${code}"} `;
  const found = (await callRegistry.metrics()).split('\n').find((one) => one.startsWith(line));
  return Number(found?.slice(line.length) ?? 0);
};
const echoed = (method: string, code: string) => countOf('lonja.test.Echo', method, code);

describe('a call that no method ends', () => {
  it('is counted when its message is too long', async () => {
    const { client } = await start();
    const before = await echoed('Say', 'RESOURCE_EXHAUSTED');
    await expect(client.call('say', 'x'.repeat(70_000))).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    await expect.poll(() => echoed('Say', 'RESOURCE_EXHAUSTED')).toBe(before + 1);
  });

  it('is counted when nothing serves its method, under one name for all', async () => {
    const { server } = await start();
    const before = await countOf('unknown', 'unknown', 'UNIMPLEMENTED');
    for (const path of ['/lonja.test.Echo/Shout', '/made.up/Name'])
      await once((await rawCall(server.port, { ':path': path }, framed(Buffer.from('x')))).stream, 'close');
    await expect.poll(() => countOf('unknown', 'unknown', 'UNIMPLEMENTED')).toBe(before + 2);
    expect(await callRegistry.metrics()).not.toContain('Shout');
  });

  it('is counted when its deadline passes before its message is there', async () => {
    const { server } = await start();
    const before = await echoed('Say', 'DEADLINE_EXCEEDED');
    const { stream, answer } = await rawCall(server.port, { ':path': '/lonja.test.Echo/Say', 'grpc-timeout': '50m' });
    await expect.poll(() => answer.headers?.['grpc-status']).toBe(String(status.DEADLINE_EXCEEDED));
    stream.close();
    await expect.poll(() => echoed('Say', 'DEADLINE_EXCEEDED')).toBe(before + 1);
  });

  it('is counted when its caller hangs up before its message is there', async () => {
    const { server } = await start();
    const before = await echoed('Say', 'CANCELLED');
    const { stream } = await rawCall(server.port, { ':path': '/lonja.test.Echo/Say' });
    stream.write(Buffer.from([0, 0]));
    await once(stream, 'ready');
    stream.close();
    await expect.poll(() => echoed('Say', 'CANCELLED')).toBe(before + 1);
  });

  it('is not counted when it is not gRPC', async () => {
    const { server } = await start();
    const before = await callRegistry.metrics();
    const { stream } = await rawCall(server.port, { ':path': '/', 'content-type': 'text/html' }, Buffer.from('x'));
    await once(stream, 'close');
    const requests = (metrics: string) => metrics.split('\n').filter((line) => line.startsWith('grpc_requests_total'));
    expect(requests(await callRegistry.metrics())).toEqual(requests(before));
  });
});

describe('a call whose deadline passes', () => {
  it('is counted at once, and stays in flight while its method goes on', async () => {
    const gate = Promise.withResolvers<Buffer>();
    const service = grpcService({ say: echoDefinition.say }, { say: unary(() => gate.promise) });
    const { client } = await start({ services: [service], limits: { callsInFlight: 1 } });
    const before = await echoed('Say', 'DEADLINE_EXCEEDED');
    await expect(client.call('say', 'x', 50)).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
    await expect.poll(() => echoed('Say', 'DEADLINE_EXCEEDED')).toBe(before + 1);
    await expect(client.call('say', 'x')).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    gate.resolve(Buffer.from('late'));
    await expect.poll(() => client.call('say', 'x').catch(() => 'refused')).toBe('late');
    expect(await echoed('Say', 'DEADLINE_EXCEEDED')).toBe(before + 1);
  });
});

describe('an answer', () => {
  const call = (client: Awaited<ReturnType<typeof start>>['client'], { path }: { path: string }, metadata: Metadata) => {
    const asIs = (bytes: Buffer) => bytes;
    const inner = client.client.makeUnaryRequest(path, asIs, asIs, Buffer.from('x'), metadata, () => {});
    return new Promise<Metadata>((resolve) => {
      inner.on('metadata', (headers) => headers.get('x-correlation-id').length > 0 && resolve(headers));
      inner.on('status', ({ metadata: trailers }) => resolve(trailers));
    });
  };
  const given = (id: string) => {
    const metadata = new Metadata();
    metadata.set('x-correlation-id', id);
    return metadata;
  };

  it('carries the caller’s correlation id', async () => {
    const { client } = await start();
    expect((await call(client, echoDefinition.say, given('from-the-caller'))).get('x-correlation-id')).toEqual([
      'from-the-caller',
    ]);
  });

  it.each([
    ['none was sent', new Metadata()],
    ['it is malformed', given('no {"good"}')],
  ])('carries a new one when %s, each time another', async (_what, metadata) => {
    const { client } = await start();
    const ids = [];
    for (let index = 0; index < 3; index++)
      ids.push(...(await call(client, echoDefinition.say, metadata)).get('x-correlation-id').map(String));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  });

  it.each([
    ['refused', new RefusedCallError(status.NOT_FOUND, 'not here')],
    ['out of reach', new DependencyOutError('the table is out of reach')],
    ['faulty', new TypeError('x is undefined')],
  ])('carries it when it is %s, at once or later', async (_what, thrown) => {
    const say = unary<Buffer, Buffer>(() => {
      throw thrown;
    });
    const wait = unary<Buffer, Buffer>(async () => {
      throw thrown;
    });
    const service = grpcService({ say: echoDefinition.say, wait: echoDefinition.wait }, { say, wait });
    const { client } = await start({ services: [service] });
    for (const method of [echoDefinition.say, echoDefinition.wait])
      expect((await call(client, method, given('from-the-caller'))).get('x-correlation-id')).toEqual(['from-the-caller']);
  });

  it('in a stream carries it before the first message', async () => {
    const { client } = await start();
    const { path, requestSerialize, responseDeserialize } = echoDefinition.count;
    const stream = client.client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      Buffer.from('2'),
      given('from-the-caller'),
    );
    stream.resume();
    const [headers] = await once(stream, 'metadata');
    expect(headers.get('x-correlation-id')).toEqual(['from-the-caller']);
    await once(stream, 'end');
  });
});
