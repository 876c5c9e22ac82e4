import { status } from '@grpc/grpc-js';

/** Faults of ours, or of what we depend on. Any other status is an answer, or the caller's own doing. */
const faults: ReadonlySet<status> = new Set([
  status.UNKNOWN,
  status.DEADLINE_EXCEEDED,
  status.UNIMPLEMENTED,
  status.INTERNAL,
  status.UNAVAILABLE,
  status.DATA_LOSS,
]);

/**
 * Whether an operator wants to know how a call ended; an alarm on this rolls deployments back. Neither a caller that is sent elsewhere
 * because this process ends nor a stream that is watched until its deadline has met a fault.
 */
export function isFault({ code, isStream }: { code: status; isStream: boolean }, isDraining: boolean): boolean {
  if (isDraining && code === status.UNAVAILABLE) return false;
  if (isStream && code === status.DEADLINE_EXCEEDED) return false;
  return faults.has(code);
}
