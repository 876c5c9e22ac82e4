import type { Metadata } from '@grpc/grpc-js';
import { childTraceparent, isCorrelationId, newCorrelationId, type Trace } from '../../functions/shared/trace.ts';

/** What calls of all four kinds have in common. */
type AnyCall = { metadata: Metadata; cancelled: boolean; once(event: 'cancelled', listener: () => void): unknown };

const correlationKey = 'x-correlation-id';

/** What surrounds a call. Everything is made when it is first asked for: most calls ask for nothing. */
export class CallContext {
  readonly #call: AnyCall;
  #trace: Trace | undefined;
  #signal: AbortSignal | undefined;

  constructor(call: AnyCall) {
    this.#call = call;
  }

  get metadata(): Metadata {
    return this.#call.metadata;
  }

  /** The caller's correlation id, or one minted for this call; and the child of the caller's span. */
  get trace(): Trace {
    this.#trace ??= traceOf(this.#call.metadata);
    return this.#trace;
  }

  /** Aborted when the caller hung up or its deadline passed: whatever is still being done for it is in vain. */
  get signal(): AbortSignal {
    if (this.#signal === undefined) {
      const controller = new AbortController();
      this.#signal = controller.signal;
      if (this.#call.cancelled) controller.abort();
      else this.#call.once('cancelled', () => controller.abort());
    }
    return this.#signal;
  }
}

/** A minted correlation id is put into the metadata, so that whoever asks next reads the same. */
function traceOf(metadata: Metadata): Trace {
  return { correlationId: correlationIdOf(metadata), traceparent: childTraceparent(textOf(metadata, 'traceparent')) };
}

/** The caller's correlation id when it is well-formed, else one that is minted now and kept in the metadata. */
export function correlationIdOf(metadata: Metadata): string {
  const given = textOf(metadata, correlationKey);
  if (given !== undefined && isCorrelationId(given)) return given;
  const minted = newCorrelationId();
  metadata.set(correlationKey, minted);
  return minted;
}

function textOf(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === 'string' ? value : undefined;
}
