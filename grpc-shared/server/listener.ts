import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, ServerCredentials } from '@grpc/grpc-js';

export type Listener = { port: number; close(): void };

/** Listens instead of grpc-js, which cannot limit the number of connections. @throws when the port is not free */
export async function listen(
  server: Server,
  credentials: ServerCredentials,
  { host, port, maxConnections }: { host: string; port: number; maxConnections: number },
): Promise<Listener> {
  const injector = server.createConnectionInjector(credentials);
  const listener = createServer({ noDelay: true }, (socket) => {
    // Nobody else handles errors until grpc-js has taken the socket over.
    socket.on('error', () => {});
    injector.injectConnection(socket);
  });
  listener.maxConnections = maxConnections;
  listener.listen({ host, port, backlog: 4096 });
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return { port: address.port, close: () => listener.close() };
}
