import type {
  handleBidiStreamingCall,
  handleClientStreamingCall,
  handleServerStreamingCall,
  handleUnaryCall,
  ServerDuplexStream,
  ServerReadableStream,
  ServerWritableStream,
} from '@grpc/grpc-js';
import { CallContext } from './call-context.ts';
import { failureOf } from './call-errors.ts';

type Answer<Response> = Response | Promise<Response>;

/**
 * A unary method from a function. What it throws becomes a stable status, never its text: see `failureOf`. An answer that is no
 * promise is sent at once. After the caller's deadline grpc-js has answered already, and what comes later is dropped.
 */
export function unary<Request, Response>(
  answer: (request: Request, context: CallContext) => Answer<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    try {
      const response = answer(call.request, new CallContext(call));
      if (response instanceof Promise) {
        response.then(
          (value) => callback(null, value),
          (thrown: unknown) => callback(failureOf(thrown)),
        );
      } else callback(null, response);
    } catch (thrown) {
      callback(failureOf(thrown));
    }
  };
}

/** A method that takes many messages and answers once. Not reading on is what holds the caller back. */
export function clientStreaming<Request, Response>(
  answer: (call: ServerReadableStream<Request, Response>, context: CallContext) => Promise<Response>,
): handleClientStreamingCall<Request, Response> {
  return (call, callback) => {
    answer(call, new CallContext(call)).then(
      (value) => callback(null, value),
      (thrown: unknown) => callback(failureOf(thrown)),
    );
  };
}

/** A method that answers with many messages: the stream ends when the promise is kept, and with a status when it is broken. */
export function serverStreaming<Request, Response>(
  answer: (call: ServerWritableStream<Request, Response>, context: CallContext) => Promise<void>,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    answer(call, new CallContext(call)).then(
      () => call.end(),
      (thrown: unknown) => call.emit('error', failureOf(thrown)),
    );
  };
}

/** A method that takes and gives many messages: it ends as that of `serverStreaming` does. */
export function bidirectional<Request, Response>(
  answer: (call: ServerDuplexStream<Request, Response>, context: CallContext) => Promise<void>,
): handleBidiStreamingCall<Request, Response> {
  return (call) => {
    answer(call, new CallContext(call)).then(
      () => call.end(),
      (thrown: unknown) => call.emit('error', failureOf(thrown)),
    );
  };
}
