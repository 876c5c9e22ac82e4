import { status } from '@grpc/grpc-js';
import { causeText } from '../functions/shared/faults.ts';
import { log } from '../functions/shared/log.ts';
import { correlationIdOf } from './call-context.ts';
import type { CallRecord } from './observed-service.ts';

/** Faults of ours, or of what we depend on: an operator wants to know. What is left is the caller's doing. */
const faults: ReadonlySet<status> = new Set([
  status.UNKNOWN,
  status.DEADLINE_EXCEEDED,
  status.UNIMPLEMENTED,
  status.INTERNAL,
  status.UNAVAILABLE,
  status.DATA_LOSS,
]);

export const isFault = (code: status): boolean => faults.has(code);

const maxLinesPerSecond = 50;

/**
 * One line a call, with its correlation id. Under load at most 50 lines a second of calls that went well, the next line saying how
 * many were left out; a line for each of 10,000 calls a second would cost more than the calls.
 */
export function callLog(nowMs: () => number = Date.now): (record: CallRecord, isFaulty: boolean) => void {
  let second = 0;
  let lines = 0;
  let leftOut = 0;
  return (record, isFaulty) => {
    const now = Math.floor(nowMs() / 1000);
    if (now !== second) {
      second = now;
      lines = 0;
    }
    lines += 1;
    if (lines > maxLinesPerSecond && !isFaulty) {
      leftOut += 1;
      return;
    }
    const line = { ...lineOf(record), ...(leftOut > 0 ? { leftOut } : {}) };
    leftOut = 0;
    if (isFaulty) log.error('call', { ...line, cause: chainText(record.cause) });
    else log.info('call', line);
  };
}

function lineOf({ path, code, durationMs, metadata }: CallRecord): Record<string, unknown> {
  const [traceparent] = metadata.get('traceparent');
  return {
    method: path,
    code: status[code],
    correlationId: correlationIdOf(metadata),
    traceparent: typeof traceparent === 'string' ? traceparent.slice(0, 64) : undefined,
    durationMs: Math.round(durationMs * 10) / 10,
  };
}

/** A fault and what caused it. */
function chainText(thrown: unknown): string | undefined {
  if (thrown === undefined) return undefined;
  return thrown instanceof Error && thrown.cause !== undefined
    ? `${causeText(thrown)} < ${causeText(thrown.cause)}`
    : causeText(thrown);
}
