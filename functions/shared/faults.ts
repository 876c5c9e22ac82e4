/**
 * A fault that no retry can mend: a consumer's message goes to its dead-letter queue at once, with this message as its cause.
 * Everything else that is thrown is transient, and the platform tries again.
 */
export class PermanentFault extends Error {
  override readonly name = 'PermanentFault';
}

/** Other writers came first each time we tried. Nothing was written; the platform tries again. */
export class ContendedError extends Error {
  override readonly name = 'ContendedError';
}

/** The text of anything thrown, for log lines and dead letters, never for a caller. */
export function causeText(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
