import { status } from '@grpc/grpc-js';
import type { CallRecord } from './observed-service.ts';

/** Faults of ours, or of what we depend on. What is left is the caller's doing, or an answer. */
const faults: ReadonlySet<status> = new Set([
  status.UNKNOWN,
  status.DEADLINE_EXCEEDED,
  status.UNIMPLEMENTED,
  status.INTERNAL,
  status.UNAVAILABLE,
  status.DATA_LOSS,
]);

/**
 * Whether an operator wants to know how a call went; an alarm on it rolls deployments back. Who is sent elsewhere because this process
 * ends has met no fault, nor has who watched until the deadline that it gave its stream.
 */
export function isFault({ code, isStream }: Pick<CallRecord, 'code' | 'isStream'>, isDraining: boolean): boolean {
  if (isDraining && code === status.UNAVAILABLE) return false;
  if (isStream && code === status.DEADLINE_EXCEEDED) return false;
  return faults.has(code);
}
