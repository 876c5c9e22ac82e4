import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { echoClient } from '../../tests/kit/grpc/echo-client.ts';
import { startEchoProcess } from '../../tests/kit/grpc/echo-process.ts';
import { echoService } from '../../tests/kit/grpc/echo-service.ts';
import { Health } from './health.ts';
import { startGrpcServer } from './server.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

describe('a connection that grows old', () => {
  it('loses no call, however busy it is', async () => {
    const limits = { connectionAgeMs: 700, connectionAgeGraceMs: 5000 };
    const server = await startGrpcServer({
      ...{ host: '127.0.0.1', port: 0, health: new Health(), services: [echoService()], reflection: false },
      limits,
    });
    opened.push({ close: () => server.drain(50) });
    const clients = Array.from({ length: 6 }, () => echoClient(`127.0.0.1:${server.port}`));
    const endsAtMs = performance.now() + 3500;
    let calls = 0;
    const caller = async (client: ReturnType<typeof echoClient>) => {
      for (; performance.now() < endsAtMs; calls++) expect(await client.call('say', 'x')).toBe('x');
    };
    await Promise.all(clients.flatMap((client) => Array.from({ length: 8 }, () => caller(client))));
    for (const client of clients) client.close();
    expect(calls).toBeGreaterThan(1000);
  });
});

const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer => {
  const header = Buffer.alloc(9);
  header.writeUIntBE(payload.length, 0, 3);
  header.writeUInt8(type, 3);
  header.writeUInt8(flags, 4);
  header.writeUInt32BE(stream, 5);
  return Buffer.concat([header, payload]);
};
const types = { data: 0, headers: 1, settings: 4, ping: 6, goAway: 7 } as const;
const preface = Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), frame(types.settings, 0, 0, Buffer.alloc(0))]);
/** Literal header fields without Huffman coding (RFC 7541, 6.2.2); `:method: POST` and `:scheme: http` are in the static table. */
const headerBlock = Buffer.concat([
  Buffer.from([0x83, 0x86]),
  ...[
    [':path', '/lonja.test.Echo/Say'],
    [':authority', 'test'],
    ['content-type', 'application/grpc'],
    ['te', 'trailers'],
  ].flatMap(([name = '', value = '']) => [
    Buffer.from([0, name.length]),
    Buffer.from(name),
    Buffer.from([value.length]),
    Buffer.from(value),
  ]),
]);
const say = (stream: number) =>
  Buffer.concat([
    frame(types.headers, 0x4, stream, headerBlock),
    frame(types.data, 0x1, stream, Buffer.from([0, 0, 0, 0, 1, 0x78])),
  ]);

/** A client of which every frame is chosen: it notes the frames that come, and answers nothing by itself. */
async function rawClient(port: number) {
  const socket = connect(port, '127.0.0.1');
  opened.push({ close: () => socket.destroy() });
  await once(socket, 'connect');
  const seen: { type: number; stream: number; payload: Buffer }[] = [];
  let rest = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 9 && rest.length >= 9 + rest.readUIntBE(0, 3)) {
      const end = 9 + rest.readUIntBE(0, 3);
      seen.push({ type: rest.readUInt8(3), stream: rest.readUInt32BE(5) & 0x7fffffff, payload: rest.subarray(9, end) });
      rest = rest.subarray(end);
    }
  });
  const frameOf = (type: number, stream = 0) => {
    const found = () => seen.find((one) => one.type === type && one.stream === stream);
    return expect
      .poll(found, { timeout: 10_000 })
      .toBeDefined()
      .then(() => found() ?? expect.unreachable());
  };
  return { socket, seen, frameOf };
}

describe('a connection that is closed', () => {
  it('names the last stream it accepted, and stays open until its client has read that', async () => {
    const echo = await startEchoProcess();
    opened.push({ close: () => echo.kill() });
    const { socket, seen, frameOf } = await rawClient(echo.port);
    socket.write(Buffer.concat([preface, say(1), say(3)]));
    await frameOf(types.data, 3);

    echo.child.kill('SIGTERM');
    const { payload } = await frameOf(types.ping);
    expect(seen.filter(({ type }) => type === types.goAway || type === types.ping).map(({ type }) => type)).toEqual([
      types.goAway,
      types.ping,
    ]);
    expect((await frameOf(types.goAway)).payload.readUInt32BE(0)).toBe(3);
    // Too late: it is left to another connection.
    socket.write(say(5));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(socket.closed).toBe(false);
    socket.write(frame(types.ping, 0x1, 0, payload));
    await once(socket, 'close');
    expect(seen.filter(({ stream }) => stream === 5)).toEqual([]);
  });

  it('waits for no client that does not answer', async () => {
    const echo = await startEchoProcess();
    opened.push({ close: () => echo.kill() });
    const { socket, frameOf } = await rawClient(echo.port);
    socket.write(Buffer.concat([preface, say(1)]));
    await frameOf(types.data, 1);
    const exited = once(echo.child, 'exit');
    const toldAtMs = performance.now();
    echo.child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(performance.now() - toldAtMs).toBeLessThan(5000);
  });
});
