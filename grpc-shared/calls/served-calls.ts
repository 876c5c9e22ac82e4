import { constants, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { type ServiceDefinition, status } from '@grpc/grpc-js';
import { type MethodCalls, methodCalls } from './call-metrics.ts';

/** A call that was ended by a method, by its caller, or by grpc-js because of a limit or the deadline. */
export type EndedCall = {
  method: MethodCalls;
  code: status;
  durationMs: number;
  /** What was sent on it. */
  stream: Pick<ServerHttp2Stream, 'sentHeaders' | 'sentTrailers'>;
  /** Those of the caller. */
  headers: IncomingHttpHeaders;
  /** Why it failed, for the log only. */
  cause: unknown;
};

const causes = new WeakMap<ServerHttp2Stream, unknown>();

/** Keeps why a call fails until it has ended. */
export function rememberCause(stream: ServerHttp2Stream, cause: unknown): void {
  causes.set(stream, cause);
}

/**
 * Watches the calls of a server where none can be missed, on HTTP/2: grpc-js refuses some before any method or interceptor is asked.
 * `onOpened` gets each stream, and what it returns is called when the stream is closed.
 */
export function observeCalls(
  server: Http2Server,
  definitions: readonly ServiceDefinition[],
  { onOpened, onEnded }: { onOpened(stream: ServerHttp2Stream): () => void; onEnded(call: EndedCall): void },
): void {
  const methods = new Map(
    definitions.flatMap((definition) =>
      Object.values(definition).map(({ path, responseStream }) => [path, methodCalls(path, responseStream)] as const),
    ),
  );
  server.on('stream', (stream, headers) => {
    const startedAtMs = performance.now();
    const onClosed = onOpened(stream);
    stream.on('close', () => {
      onClosed();
      const durationMs = performance.now() - startedAtMs;
      const code = statusOf(stream, headers, durationMs);
      if (code === undefined) return;
      const method = methods.get(headers[':path'] ?? '') ?? unknownMethod;
      onEnded({ method, code, durationMs, stream, headers, cause: causes.get(stream) });
    });
  });
}

/** Callers can make up any name, so those that nothing serves are counted under one. */
const unknownMethod = methodCalls('/unknown/unknown', false);

/** The status that a closed stream had sent, or the one that its caller reads from how it was closed. Undefined: it was not gRPC. */
function statusOf(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, durationMs: number): status | undefined {
  const sent = stream.sentTrailers?.['grpc-status'] ?? stream.sentHeaders?.['grpc-status'];
  if (sent !== undefined) return Number(sent);
  if (!headers['content-type']?.startsWith('application/grpc')) return undefined;
  if (stream.rstCode === constants.NGHTTP2_ENHANCE_YOUR_CALM) return status.RESOURCE_EXHAUSTED;
  // A caller hangs up when its deadline passes, which may be noticed first. Timers may be a millisecond early.
  return durationMs + 1 >= timeoutMsOf(headers) ? status.DEADLINE_EXCEEDED : status.CANCELLED;
}

const unitsMs: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 0.001, n: 0.000_001 };

/** https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md: at most eight digits and a unit. */
function timeoutMsOf({ 'grpc-timeout': timeout }: IncomingHttpHeaders): number {
  const [, amount, unit = ''] = /^(\d{1,8})([HMSmun])$/.exec(String(timeout)) ?? [];
  return Number(amount ?? Number.POSITIVE_INFINITY) * (unitsMs[unit] ?? 1);
}
