import { constants } from 'node:http2';
import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { http2StreamOf } from '../grpc-js-internals.ts';
import { answerTrailers, CallContext } from './call-context.ts';
import { RefusedCallError, StalledReaderError } from './call-errors.ts';
import { accepted } from './checked-requests.ts';
import type { GiveUp, OpenCalls } from './open-calls.ts';

/** A method of a service: the handler for grpc-js, once it is known where calls in flight are kept. */
export type Method<Handler> = (open: OpenCalls) => Handler;
export type UnaryMethod<Request, Response> = Method<handleUnaryCall<Request, Response>>;
export type ClientStreamingMethod<Request, Response> = Method<handleClientStreamingCall<Request, Response>>;
export type ServerStreamingMethod<Request, Response> = Method<handleServerStreamingCall<Request, Response>>;
export type BidirectionalMethod<Request, Response> = Method<handleBidiStreamingCall<Request, Response>>;

/** Reads the requests of a stream one after the other. Not reading on is what holds the caller back. */
type Requests<Request> = AsyncIterableIterator<Request, undefined>;

/**
 * A unary method from a function. What it throws becomes a stable status, never its text: see `failureOf`. An answer that is not a
 * promise is sent at once. After the caller's deadline grpc-js has already answered, and a later answer is dropped.
 */
export function unary<Request, Response>(
  answer: (request: Request, context: CallContext) => Response | Promise<Response>,
): UnaryMethod<Request, Response> {
  return (open) => (call, callback) => {
    const context = new CallContext(call);
    try {
      if (open.isFull) throw tooManyCalls();
      const response = answer(accepted(call.request), context);
      if (response instanceof Promise) answerLater(response, { context, open, callback });
      else {
        context.sendHeaders();
        callback(null, response, answerTrailers);
      }
    } catch (thrown) {
      callback(context.failure(thrown));
    }
  };
}

/** A method that takes many messages and answers once. */
export function clientStreaming<Request, Response>(
  answer: (requests: Requests<Request>, context: CallContext) => Promise<Response>,
): ClientStreamingMethod<Request, Response> {
  return (open) => (call, callback) => {
    const context = new CallContext(call);
    if (open.isFull) callback(context.failure(tooManyCalls()));
    else answerLater(answer(requestsOf(call), context), { context, open, callback });
  };
}

type Later<Response> = { context: CallContext; open: OpenCalls; callback: sendUnaryData<Response> };

function answerLater<Response>(response: Promise<Response>, { context, open, callback }: Later<Response>): void {
  // grpc-js sends the first answer and drops any later one.
  const giveUp: GiveUp = (failure) => callback(context.failure(failure));
  // Work that goes on after its caller hung up is in flight until it ends.
  open.add(giveUp);
  response
    .then(
      (value) => {
        context.sendHeaders();
        callback(null, value, answerTrailers);
      },
      (thrown: unknown) => callback(context.failure(thrown)),
    )
    .finally(() => open.delete(giveUp));
}

/** A method that answers with many messages: the stream ends when the promise is fulfilled, and with a status when it is rejected. */
export function serverStreaming<Request, Response>(
  answer: (call: ServerWritableStream<Request, Response>, context: CallContext) => Promise<void>,
): ServerStreamingMethod<Request, Response> {
  return (open) => (call) =>
    answerStream(call, open, async (context) => {
      accepted(call.request);
      await answer(call, context);
    });
}

/** A method that takes and gives many messages. It ends as `serverStreaming` does. */
export function bidirectional<Request, Response>(
  answer: (call: ServerDuplexStream<Request, Response>, requests: Requests<Request>, context: CallContext) => Promise<void>,
): BidirectionalMethod<Request, Response> {
  return (open) => (call) => answerStream(call, open, (context) => answer(call, requestsOf(call), context));
}

type AnswerStream<Request, Response> = ServerWritableStream<Request, Response> | ServerDuplexStream<Request, Response>;

function answerStream<Request, Response>(
  call: AnswerStream<Request, Response>,
  open: OpenCalls,
  answer: (context: CallContext) => Promise<void>,
): void {
  const context = new CallContext(call);
  const fail = (thrown: unknown) => {
    call.emit('error', context.failure(thrown));
    // Its status would wait behind the message that the caller does not read.
    if (thrown instanceof StalledReaderError) http2StreamOf(call).close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
  };
  if (open.isFull) {
    fail(tooManyCalls());
    return;
  }
  open.add(fail);
  context.sendHeaders();
  answer(context)
    .then(() => call.end(), fail)
    .finally(() => open.delete(fail));
}

/** A call still has its answer to send when reading ends, so leaving the loop must not close it. */
async function* requestsOf<Request>(
  call: ServerReadableStream<Request, unknown> | ServerDuplexStream<Request, unknown>,
): Requests<Request> {
  for await (const request of call.iterator({ destroyOnReturn: false })) yield accepted<Request>(request);
  return undefined;
}

const tooManyCalls = () => new RefusedCallError(status.RESOURCE_EXHAUSTED, 'too many calls in flight');
