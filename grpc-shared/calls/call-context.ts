import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http2';
import { Metadata } from '@grpc/grpc-js';
import { childTraceparent, isCorrelationId, type Trace } from '../../functions/shared/trace.ts';
import { http2StreamOf } from '../grpc-js-internals.ts';
import { type CallFailure, failureOf } from './call-errors.ts';
import { rememberCause } from './served-calls.ts';

/** What calls of all four kinds have in common. */
type AnyCall = {
  metadata: Metadata;
  cancelled: boolean;
  sendMetadata(metadata: Metadata): void;
  once(event: 'cancelled', listener: () => void): unknown;
};

export const correlationHeader = 'x-correlation-id';

/** What belongs to a call beside its messages. Each part is made when it is first needed, and most calls need few. */
export class CallContext {
  readonly #call: AnyCall;
  #correlationId: string | undefined;
  #trace: Trace | undefined;
  #signal: AbortSignal | undefined;

  constructor(call: AnyCall) {
    this.#call = call;
  }

  get metadata(): Metadata {
    return this.#call.metadata;
  }

  /** The caller's correlation id if it is well-formed, otherwise one that is minted for this call. */
  get correlationId(): string {
    this.#correlationId ??= correlationIdOf(this.#call.metadata);
    return this.#correlationId;
  }

  /** The correlation id, and a child of the caller's span. */
  get trace(): Trace {
    const { correlationId } = this;
    this.#trace ??= { correlationId, traceparent: childTraceparent(textOf(this.#call.metadata, 'traceparent')) };
    return this.#trace;
  }

  /** Aborted when the caller hung up or its deadline passed: work that is still done for it is in vain. */
  get signal(): AbortSignal {
    if (this.#signal === undefined) {
      const controller = new AbortController();
      this.#signal = controller.signal;
      if (this.#call.cancelled) controller.abort();
      else this.#call.once('cancelled', () => controller.abort());
    }
    return this.#signal;
  }

  /** Sends the headers of the answer, with the correlation id. Only the first time counts. */
  sendHeaders(): void {
    answerHeaders.correlationId = this.correlationId;
    this.#call.sendMetadata(answerHeaders);
  }

  /** The status that a call ends with because of what was thrown; its cause goes to the log. */
  failure(thrown: unknown): CallFailure & { metadata: Metadata } {
    const failure = failureOf(thrown);
    if (failure.cause !== undefined) rememberCause(http2StreamOf(this.#call), failure.cause);
    const metadata = new Metadata();
    metadata.set(correlationHeader, this.correlationId);
    return { ...failure, metadata };
  }
}

/**
 * The headers of every answer. grpc-js adds two that say what a caller assumes anyway (no compression); they are left out, which
 * takes less time than the correlation id adds. Sending reads it at once, so that one object does for all calls.
 */
class AnswerHeaders extends Metadata {
  correlationId = '';

  override toHttp2Headers(): OutgoingHttpHeaders {
    return { 'grpc-encoding': undefined, 'grpc-accept-encoding': undefined, [correlationHeader]: this.correlationId };
  }
}
const answerHeaders = new AnswerHeaders();

/** The trailers of an answer that went well: its status, without the message `OK` that grpc-js would add. */
class AnswerTrailers extends Metadata {
  override clone(): Metadata {
    return this;
  }

  override toHttp2Headers(): OutgoingHttpHeaders {
    return { 'grpc-message': undefined };
  }
}
export const answerTrailers = new AnswerTrailers();

function correlationIdOf(metadata: Metadata): string {
  const given = textOf(metadata, correlationHeader);
  return given !== undefined && isCorrelationId(given) ? given : `${processId}-${minted++}`;
}

/** Ids that are minted here begin with it: they are unique, and cost less than random ones. */
const processId = randomBytes(12).toString('base64url');
let minted = 0;

function textOf(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === 'string' ? value : undefined;
}
