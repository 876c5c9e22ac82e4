import { status } from '@grpc/grpc-js';

/** Ends a call with a status of its own, by design. The message goes to the caller. */
export class RefusedCallError extends Error {
  override readonly name: string = 'RefusedCallError';
  readonly code: status;
  constructor(code: status, message: string) {
    super(message);
    this.code = code;
  }
}

/** The caller does not read what it asked for. Ends the call with RESOURCE_EXHAUSTED, without waiting until the caller reads that. */
export class StalledReaderError extends RefusedCallError {
  override readonly name = 'StalledReaderError';
  constructor(message: string) {
    super(status.RESOURCE_EXHAUSTED, message);
  }
}

/** A dependency gave no answer: UNAVAILABLE, and the caller may try again. The message goes to the caller, the cause to the log. */
export class DependencyOutError extends Error {
  override readonly name: string = 'DependencyOutError';
}

/** How a call failed, as its caller reads it; `cause` is for our log only. */
export type CallFailure = { code: status; details: string; cause?: unknown };

/** Callers may rely on this: UNAVAILABLE may be tried again, INTERNAL is our fault, anything else is a refusal by design. */
export function failureOf(thrown: unknown): CallFailure {
  if (thrown instanceof RefusedCallError) return { code: thrown.code, details: thrown.message };
  if (thrown instanceof DependencyOutError) return { code: status.UNAVAILABLE, details: thrown.message, cause: thrown };
  return { code: status.INTERNAL, details: 'internal fault', cause: thrown };
}
