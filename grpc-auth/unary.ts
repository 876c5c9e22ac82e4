import { type handleUnaryCall, type Metadata, type ServerUnaryCall, status } from '@grpc/grpc-js';
import { causeText } from '../functions/shared/faults.ts';
import { log } from '../functions/shared/log.ts';
import { childTraceparent, isCorrelationId, newCorrelationId, type Trace } from '../functions/shared/trace.ts';
import { TableOutOfReachError } from './readers.ts';

/** A call that ends with a status of its own. The message goes to the caller as it is. */
export class RefusedCallError extends Error {
  override readonly name = 'RefusedCallError';
  readonly code: status;
  constructor(code: status, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A unary method from a function: reads correlation from the metadata, writes one log line, and gives a stable status for
 * whatever is thrown, never its text. After the caller's deadline grpc-js has answered already, and what comes later is dropped.
 */
export function unary<Request, Response>(answer: (request: Request) => Promise<Response>): handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    const startedAt = performance.now();
    const trace = traceOf(call.metadata);
    try {
      const response = await answer(call.request);
      callback(null, response);
      logCall(call, trace, startedAt, call.cancelled ? status.CANCELLED : status.OK);
    } catch (thrown) {
      const { code, details } = statusOf(thrown);
      callback({ code, details });
      logCall(call, trace, startedAt, code, thrown);
    }
  };
}

/** As a caller may rely on: UNAVAILABLE may be tried again, INTERNAL is our fault, anything else is a refusal by design. */
function statusOf(thrown: unknown): { code: status; details: string } {
  if (thrown instanceof RefusedCallError) return { code: thrown.code, details: thrown.message };
  if (thrown instanceof TableOutOfReachError) return { code: status.UNAVAILABLE, details: 'the auth table is out of reach' };
  return { code: status.INTERNAL, details: 'internal fault' };
}

function traceOf(metadata: Metadata): Trace {
  const correlationId = textOf(metadata, 'x-correlation-id');
  return {
    correlationId: correlationId !== undefined && isCorrelationId(correlationId) ? correlationId : newCorrelationId(),
    traceparent: childTraceparent(textOf(metadata, 'traceparent')),
  };
}

function textOf(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === 'string' ? value : undefined;
}

function logCall(call: ServerUnaryCall<unknown, unknown>, trace: Trace, startedAt: number, code: status, thrown?: unknown): void {
  const line = { method: call.getPath(), code: status[code], ...trace, durationMs: Math.round(performance.now() - startedAt) };
  if (code === status.INTERNAL || code === status.UNAVAILABLE) log.error('call', { ...line, cause: chainText(thrown) });
  else log.info('call', line);
}

/** A fault and what caused it. */
function chainText(thrown: unknown): string {
  return thrown instanceof Error && thrown.cause !== undefined
    ? `${causeText(thrown)} < ${causeText(thrown.cause)}`
    : causeText(thrown);
}
