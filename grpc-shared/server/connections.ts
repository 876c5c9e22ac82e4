import type { Http2Server, Http2Session, ServerHttp2Stream } from 'node:http2';
import type { Limits } from './limits.ts';

/** For the answer to a ping. A client that is frozen gives none, and a drain must not wait for it. */
const roundTripMs = 1000;

/**
 * The open connections of a server. Each is closed when it is old, give or take a tenth so that clients do not all come back at once,
 * and when it has been without calls for a while. Closing loses no call (RFC 9113, 6.8): the client is told which stream was the last
 * one accepted, and the connection stays open until it has read that. It then knows that streams it opened later were not served, and
 * opens them again elsewhere, as every gRPC client does by itself. If the connection were closed at once, a client could find it
 * broken before it reads why, and would not know what became of its calls.
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
  const timer = setTimeout(end, roundTripMs);
  session.goaway();
  // Pings overtake other frames that wait to be sent, and the client has to read this one last.
  setImmediate(() => {
    if (session.destroyed || !session.ping(end)) end();
  });
}
