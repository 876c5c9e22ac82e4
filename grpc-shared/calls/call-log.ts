import { status } from '@grpc/grpc-js';
import { causeText } from '../../functions/shared/faults.ts';
import { log } from '../../functions/shared/log.ts';
import { isCorrelationId } from '../../functions/shared/trace.ts';
import { correlationHeader } from './call-context.ts';
import type { EndedCall } from './served-calls.ts';

type Writer = Record<'info' | 'error', (message: string, fields: Record<string, unknown>) => void>;

/** A line takes a quarter of a millisecond, in which ten calls could be served. */
const maxLinesPerSecond = { well: 10, faulty: 100 };

/**
 * One line per call, with its correlation id. Under load at most 10 lines a second of calls that went well and 100 of faults, and the
 * next line says how many were left out: an outage must not turn into an outage of the log.
 */
export function callLog(nowMs: () => number = Date.now, writer: Writer = log): (call: EndedCall, isFaulty: boolean) => void {
  let second = 0;
  let lines = { well: 0, faulty: 0 };
  let leftOut = 0;
  return (call, isFaulty) => {
    const now = Math.floor(nowMs() / 1000);
    if (now !== second) {
      second = now;
      lines = { well: 0, faulty: 0 };
    }
    const kind = isFaulty ? 'faulty' : 'well';
    lines[kind] += 1;
    if (lines[kind] > maxLinesPerSecond[kind]) {
      leftOut += 1;
      return;
    }
    const line = { ...lineOf(call), ...(leftOut > 0 ? { leftOut } : {}) };
    leftOut = 0;
    if (isFaulty) writer.error('call', { ...line, cause: chainText(call.cause) });
    else writer.info('call', line);
  };
}

function lineOf({ method, code, durationMs, stream, headers }: EndedCall): Record<string, unknown> {
  const { traceparent } = headers;
  return {
    method: method.path,
    code: status[code],
    correlationId: stream.sentHeaders?.[correlationHeader] ?? stream.sentTrailers?.[correlationHeader] ?? given(headers),
    traceparent: typeof traceparent === 'string' ? traceparent.slice(0, 64) : undefined,
    durationMs: Math.round(durationMs * 10) / 10,
  };
}

/** The caller's correlation id, for a call that grpc-js ended before it was answered. */
function given({ [correlationHeader]: id }: EndedCall['headers']): string | undefined {
  return typeof id === 'string' && isCorrelationId(id) ? id : undefined;
}

/** A fault and what caused it. */
function chainText(thrown: unknown): string | undefined {
  if (thrown === undefined) return undefined;
  return thrown instanceof Error && thrown.cause !== undefined
    ? `${causeText(thrown)} < ${causeText(thrown.cause)}`
    : causeText(thrown);
}
