import { status } from '@grpc/grpc-js';
import { causeText } from '../../functions/shared/faults.ts';
import { log } from '../../functions/shared/log.ts';
import { correlationIdOf } from './call-context.ts';
import type { CallRecord } from './observed-service.ts';

type Writer = Record<'info' | 'error', (message: string, fields: Record<string, unknown>) => void>;

/** A line takes a quarter of a millisecond: as many calls could be served instead. */
const maxLinesPerSecond = { well: 10, faulty: 100 };

/**
 * One line a call, with its correlation id. Under load at most 10 lines a second of calls that went well and 100 of faults, the next
 * line saying how many were left out: an outage must not become one of the log as well.
 */
export function callLog(nowMs: () => number = Date.now, writer: Writer = log): (record: CallRecord, isFaulty: boolean) => void {
  let second = 0;
  let lines = { well: 0, faulty: 0 };
  let leftOut = 0;
  return (record, isFaulty) => {
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
    const line = { ...lineOf(record), ...(leftOut > 0 ? { leftOut } : {}) };
    leftOut = 0;
    if (isFaulty) writer.error('call', { ...line, cause: chainText(record.cause) });
    else writer.info('call', line);
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
