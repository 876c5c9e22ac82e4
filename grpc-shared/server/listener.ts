import { once } from 'node:events';
import { type AddressInfo, createServer, type Server as NetServer } from 'node:net';
import type { Server, ServerCredentials } from '@grpc/grpc-js';

/** The port, listened to by ourselves rather than by grpc-js: this is how the number of connections is limited. */
export type Listener = { port: number; close(): void };

/** @throws when the port cannot be had */
export async function listen(
  server: Server,
  credentials: ServerCredentials,
  { host, port, maxConnections }: { host: string; port: number; maxConnections: number },
): Promise<Listener> {
  const injector = server.createConnectionInjector(credentials);
  const listener: NetServer = createServer({ noDelay: true }, (socket) => {
    // Until grpc-js has taken it over, nobody else listens.
    socket.on('error', () => {});
    injector.injectConnection(socket);
  });
  // Among several processes, one that is full closes the connection rather than to hand it round.
  Object.assign(listener, { maxConnections, dropMaxConnection: true });
  listener.listen({ host, port, backlog: 4096 });
  await once(listener, 'listening');
  const address = listener.address() as AddressInfo;
  return { port: address.port, close: () => listener.close() };
}
