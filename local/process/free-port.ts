import { createServer, type Server } from 'node:net';

/** A TCP port of 127.0.0.1 that no other process can take until it is released. */
export type HeldPort = { port: number; release(): Promise<void> };

/** Takes a free port, chosen by the operating system, for a service whose address must be known before it can start. */
export async function holdPort(): Promise<HeldPort> {
  const server = createServer();
  const port = await listenOnFreePort(server);
  return { port, release: () => new Promise((released) => server.close(() => released())) };
}

/** A port that was free a moment ago. Another process may still take it first: then try again. */
export async function freePort(): Promise<number> {
  const { port, release } = await holdPort();
  await release();
  return port;
}

/** Lets a server, also an HTTP server, listen on a free port of 127.0.0.1, and returns the port. */
export function listenOnFreePort(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the system gave no port'));
      else resolve(address.port);
    });
  });
}
