import { connect, createServer, type Socket } from 'node:net';
import { listenOnFreePort } from '../../local/process/free-port.ts';

/** A proxy in front of a server that can cut the connection: while it is cut, every connection is closed. */
export type Line = { url: string; cut(): void; restore(): void; close(): void };

export async function lineTo(target: string): Promise<Line> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const localPort = await listenOnFreePort(server);
  const closeAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${localPort}`,
    cut() {
      isCut = true;
      closeAll();
    },
    restore() {
      isCut = false;
    },
    close() {
      closeAll();
      server.close();
    },
  };
}
