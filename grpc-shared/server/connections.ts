import { constants, type Http2Server, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { Limits } from './limits.ts';

const maxStreamId = 2 ** 31 - 1;
/** For the answer to a ping. A client that is frozen gives none, and a drain must not wait for it. */
const roundTripMs = 1000;

/**
 * The open connections of a server. Each is closed when it is old, give or take a tenth so that clients do not all come back at once,
 * and when it has been without calls for a while. No call is lost by closing, as RFC 9113 (6.8) describes it: the client is told to
 * open no more streams, the streams that it had opened by then are accepted, and only then is the last one named. (grpc-js names
 * the last one at once, and streams on their way at that moment are lost.)
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
  }

  get size(): number {
    return this.#open.size;
  }

  /** A connection with a stream is not idle until the function that is returned is called. */
  openedStream({ session }: ServerHttp2Stream): () => void {
    return (session && this.#open.get(session)?.openedStream()) ?? ignore;
  }

  /** Resolves when all connections have ended their calls and are closed, after `timeoutMs` at the latest. */
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

const ignore = () => {};

class Connection {
  readonly #old: NodeJS.Timeout;
  readonly #idle: NodeJS.Timeout;
  #streams = 0;
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
      if (this.#streams === 0) closeGently(session);
    }, idleMs).unref();
  }

  openedStream(): () => void {
    this.#streams += 1;
    return this.#closedStream;
  }

  readonly #closedStream = (): void => {
    this.#streams -= 1;
    if (this.#streams === 0) this.#idle.refresh();
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
  // In a process that stood still the timer runs before what has arrived meanwhile is read, which may be calls and the answer.
  const timer = setTimeout(() => setImmediate(() => setImmediate(end)), roundTripMs);
  session.goaway(constants.NGHTTP2_NO_ERROR, maxStreamId);
  // What the client sent before it read the GOAWAY arrives before its answer to this.
  if (!session.ping(end)) end();
}
