import type { Http2Server } from 'node:http2';
import type { Server } from '@grpc/grpc-js';

/**
 * The two private things of grpc-js's server that we need, since it has no options for them. When a new release keeps them elsewhere,
 * these throw at start, and no limit is silently gone.
 */

/** The options that it will hand to `http2.createServer`, to be added to. */
export function http2OptionsOf(server: Server): object {
  const options: unknown = Reflect.get(server, 'commonServerOptions');
  if (typeof options !== 'object' || options === null) throw new Error('grpc-js keeps its HTTP/2 options elsewhere now');
  return options;
}

/** Its one HTTP/2 server. */
export function http2ServerOf(server: Server): Http2Server {
  const servers: unknown = Reflect.get(server, 'http2Servers');
  if (servers instanceof Map) for (const one of servers.keys()) if (isHttp2Server(one)) return one;
  throw new Error('grpc-js keeps its HTTP/2 server elsewhere now');
}

const isHttp2Server = (value: unknown): value is Http2Server =>
  typeof value === 'object' && value !== null && 'updateSettings' in value && 'on' in value;
