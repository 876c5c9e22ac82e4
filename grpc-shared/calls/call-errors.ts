import { status } from '@grpc/grpc-js';

/** A call that ends with a status of its own, by design. The message goes to the caller as it is. */
export class RefusedCallError extends Error {
  override readonly name: string = 'RefusedCallError';
  readonly code: status;
  constructor(code: status, message: string) {
    super(message);
    this.code = code;
  }
}

/** What the service depends on gave no answer: UNAVAILABLE, and the caller may try again. The message goes to the caller, the cause to the log. */
export class DependencyOutError extends Error {
  override readonly name: string = 'DependencyOutError';
}

/** How a call failed, as the caller reads it; `cause` stays here, for the log. */
export type CallFailure = { code: status; details: string; cause?: unknown };

/** As a caller may rely on: UNAVAILABLE may be tried again, INTERNAL is our fault, anything else is a refusal by design. */
export function failureOf(thrown: unknown): CallFailure {
  if (thrown instanceof RefusedCallError) return { code: thrown.code, details: thrown.message };
  if (thrown instanceof DependencyOutError) return { code: status.UNAVAILABLE, details: thrown.message, cause: thrown };
  return { code: status.INTERNAL, details: 'internal fault', cause: thrown };
}
