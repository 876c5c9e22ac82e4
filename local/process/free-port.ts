import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nobody else can take until it is given back. */
export type HeldPort = { port: number; release(): Promise<void> };

/** Takes a port that is free, picked by the operating system, for a service whose address must be known before it can start. */
export function holdPort(): Promise<HeldPort> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port was given'));
      else resolve({ port: address.port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

/** A port that was free a moment ago. Another process may take it first: try again then. */
export async function freePort(): Promise<number> {
  const { port, release } = await holdPort();
  await release();
  return port;
}
