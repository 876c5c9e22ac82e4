import { constants, type Http2Server, type Http2Session } from 'node:http2';
import type { Limits } from './limits.ts';

const maxStreamId = 2 ** 31 - 1;
/** For the answer to a ping. */
const roundTripMs = 1000;

/**
 * The open connections of a server. Each is closed when it is old, a tenth more or less, so that clients do not all come back at once,
 * and when it has had no call for a while. Closing loses no call, as RFC 9113 (6.8) has it: the client is told to open no more streams,
 * those that it had opened by then are taken, and only then is the last one named. (grpc-js names the last one at once, and what is on
 * its way then is lost.)
 */
export class Connections {
  readonly #open = new Map<Http2Session, Connection>();
  #onNone: (() => void) | undefined;

  constructor(server: Http2Server, limits: Limits) {
    server.on('session', (session) => {
      const connection = new Connection(session, limits);
      this.#open.set(session, connection);
      session.on('close', () => {
        connection.forget();
        this.#open.delete(session);
        if (this.#open.size === 0) this.#onNone?.();
      });
    });
    server.on('stream', (stream) => {
      const connection = stream.session && this.#open.get(stream.session);
      if (connection === undefined) return;
      connection.streams += 1;
      stream.once('close', connection.onStreamClosed);
    });
  }

  get size(): number {
    return this.#open.size;
  }

  /** Resolves when all have ended their calls and are closed, at the latest after `timeoutMs`. */
  async close(timeoutMs: number): Promise<void> {
    for (const session of this.#open.keys()) closeGently(session);
    if (this.#open.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onNone = resolve;
    const timer = setTimeout(resolve, timeoutMs);
    await promise;
    clearTimeout(timer);
  }
}

class Connection {
  streams = 0;
  readonly #old: NodeJS.Timeout;
  readonly #idle: NodeJS.Timeout;
  #grace: NodeJS.Timeout | undefined;

  constructor(session: Http2Session, { connectionAgeMs, connectionAgeGraceMs, idleMs }: Limits) {
    this.#old = setTimeout(
      () => {
        closeGently(session);
        this.#grace = setTimeout(() => session.destroy(), connectionAgeGraceMs).unref();
      },
      connectionAgeMs * (0.9 + 0.2 * Math.random()),
    ).unref();
    this.#idle = setTimeout(() => {
      if (this.streams === 0) closeGently(session);
    }, idleMs).unref();
  }

  readonly onStreamClosed = (): void => {
    this.streams -= 1;
    if (this.streams === 0) this.#idle.refresh();
  };

  forget(): void {
    clearTimeout(this.#old);
    clearTimeout(this.#idle);
    clearTimeout(this.#grace);
  }
}

function closeGently(session: Http2Session): void {
  if (session.closed || session.destroyed) return;
  const end = () => {
    clearTimeout(timer);
    if (!session.destroyed) session.close();
  };
  const timer = setTimeout(end, roundTripMs);
  session.goaway(constants.NGHTTP2_NO_ERROR, maxStreamId);
  // Whatever the client sent before it read the GOAWAY comes before its answer to this.
  if (!session.ping(end)) end();
}
