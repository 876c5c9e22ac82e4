import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type Metadata,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { type CallFailure, failureOf } from './call-errors.ts';
import type { OpenCalls } from './open-calls.ts';

/** A gRPC service: its generated definition and what answers its calls. */
export type GrpcService = { definition: ServiceDefinition; implementation: UntypedServiceImplementation };

/** How a call went: what its log line and its metrics are made of. */
export type CallRecord = {
  /** `/lonja.auth.v1.AuthService/VerifyToken` */
  path: string;
  /** It had a stream of answers, and may have been without an end of its own. */
  isStream: boolean;
  code: status;
  durationMs: number;
  metadata: Metadata;
  /** What made it fail, for the log alone. */
  cause?: unknown;
};
type Observer = { open: OpenCalls; ended(record: CallRecord): void };

type SingleAnswerCall = ServerUnaryCall<unknown, unknown> | ServerReadableStream<unknown, unknown>;
type ManyAnswersCall = ServerWritableStream<unknown, unknown> | ServerDuplexStream<unknown, unknown>;
/** grpc-js's four kinds of handlers are two for us: who answers once is given a callback, who answers often a stream to write to. */
type SingleAnswer = (call: SingleAnswerCall, callback: sendUnaryData<unknown>) => void;
type ManyAnswers = (call: ManyAnswersCall) => void;

const overloaded: CallFailure = { code: status.RESOURCE_EXHAUSTED, details: 'too many calls in flight' };

/**
 * The same service, each of its calls counted among the open ones and reported when it has ended: by its answer, by a fault, because
 * the caller hung up or because its deadline passed. What grpc-js refuses itself (an unknown method, a message too large or malformed)
 * does not get here.
 */
export function observedService({ definition, implementation }: GrpcService, observer: Observer): GrpcService {
  const observed = Object.entries(definition).map(([key, { path, responseStream }]) => {
    const handler = implementation[key];
    if (handler === undefined) throw new Error(`${path} has no implementation`);
    // The definition says which kind the handler is of; its type cannot.
    return [
      key,
      responseStream
        ? observedAnswers(handler as ManyAnswers, path, observer)
        : observedAnswer(handler as SingleAnswer, path, observer),
    ] as const;
  });
  return { definition, implementation: Object.fromEntries(observed) };
}

function observedAnswer(
  handler: SingleAnswer,
  path: string,
  { open, ended }: Observer,
): handleUnaryCall<unknown, unknown> & handleClientStreamingCall<unknown, unknown> {
  return (call: SingleAnswerCall, callback: sendUnaryData<unknown>) => {
    if (open.isFull) {
      callback(overloaded);
      return;
    }
    const startedAt = performance.now();
    let isOpen = true;
    let isTracked = false;
    const answer: sendUnaryData<unknown> = (failure, value, trailer, flags) => {
      if (!isOpen) return;
      isOpen = false;
      if (isTracked) open.delete(answer);
      callback(failure, value, trailer, flags);
      const end = endOf(call.cancelled ? cancellation(call) : failure);
      const { metadata } = call;
      ended({ path, isStream: false, code: end.code, cause: end.cause, durationMs: performance.now() - startedAt, metadata });
    };
    try {
      handler(call, answer);
    } catch (thrown) {
      answer(failureOf(thrown));
    }
    // What is answered at once was never in flight. What goes on after its caller hung up is, until it ends.
    if (isOpen) {
      isTracked = true;
      open.add(answer);
    }
  };
}

function observedAnswers(
  handler: ManyAnswers,
  path: string,
  { open, ended }: Observer,
): handleServerStreamingCall<unknown, unknown> & handleBidiStreamingCall<unknown, unknown> {
  return (call: ManyAnswersCall) => {
    if (open.isFull) {
      call.emit('error', overloaded);
      return;
    }
    const startedAt = performance.now();
    let isOpen = true;
    let failure: CallFailure | undefined;
    const giveUp = (reason: CallFailure) => call.emit('error', reason);
    const end = (how?: CallFailure) => {
      if (!isOpen) return;
      isOpen = false;
      open.delete(giveUp);
      ended({ path, isStream: true, durationMs: performance.now() - startedAt, metadata: call.metadata, ...endOf(how) });
    };
    open.add(giveUp);
    call.once('error', (thrown: CallFailure) => {
      failure = thrown;
    });
    call.once('finish', () => end(failure));
    call.once('cancelled', () => end(call.writableEnded ? failure : cancellation(call)));
    try {
      handler(call);
    } catch (thrown) {
      call.emit('error', failureOf(thrown));
    }
  };
}

/** The caller hung up, or was answered by grpc-js because its deadline passed. */
function cancellation(call: SingleAnswerCall | ManyAnswersCall): CallFailure {
  // Timers may be a millisecond early.
  return Number(call.getDeadline()) <= Date.now() + 1
    ? { code: status.DEADLINE_EXCEEDED, details: 'Deadline exceeded' }
    : { code: status.CANCELLED, details: 'the caller hung up' };
}

function endOf(failure: { code?: unknown; cause?: unknown } | null | undefined): { code: status; cause?: unknown } {
  if (failure === null || failure === undefined) return { code: status.OK };
  return { code: typeof failure.code === 'number' ? failure.code : status.UNKNOWN, cause: failure.cause };
}
