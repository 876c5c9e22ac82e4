import type { Http2Server, ServerHttp2Stream } from 'node:http2';
import type { Server } from '@grpc/grpc-js';

/**
 * The three private things of grpc-js's server that we need, since it has no options for them. When a new release keeps them elsewhere,
 * the first two throw at start, so no limit is lost silently; a test covers the third.
 */

/** The options that it will pass to `http2.createServer`; more can be added. */
export function http2OptionsOf(server: Server): object {
  const options: unknown = Reflect.get(server, 'commonServerOptions');
  if (typeof options !== 'object' || options === null) throw new Error('grpc-js keeps its HTTP/2 options elsewhere now');
  return options;
}

/** Its only HTTP/2 server. */
export function http2ServerOf(server: Server): Http2Server {
  const servers: unknown = Reflect.get(server, 'http2Servers');
  if (servers instanceof Map) for (const one of servers.keys()) if (isHttp2Server(one)) return one;
  throw new Error('grpc-js keeps its HTTP/2 server elsewhere now');
}

/** The HTTP/2 stream of a call. */
export function http2StreamOf(call: object): ServerHttp2Stream {
  const inner: unknown = Reflect.get(call, 'call');
  const stream: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'stream') : undefined;
  if (isHttp2Stream(stream)) return stream;
  throw new Error('grpc-js keeps the HTTP/2 stream of a call elsewhere now');
}

const isHttp2Server = (value: unknown): value is Http2Server =>
  typeof value === 'object' && value !== null && 'updateSettings' in value && 'on' in value;

const isHttp2Stream = (value: unknown): value is ServerHttp2Stream =>
  typeof value === 'object' && value !== null && 'rstCode' in value && 'close' in value;
