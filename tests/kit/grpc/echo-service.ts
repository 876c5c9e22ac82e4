import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { type GrpcService, grpcService } from '../../../grpc-shared/calls/grpc-service.ts';
import { bidirectional, clientStreaming, serverStreaming, unary } from '../../../grpc-shared/calls/methods.ts';

const asIs = (message: Buffer): Buffer => message;

function method<RequestStream extends boolean, ResponseStream extends boolean>(
  name: string,
  requestStream: RequestStream,
  responseStream: ResponseStream,
) {
  return {
    path: `/lonja.test.Echo/${name}`,
    requestStream,
    responseStream,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  };
}

/** Messages are the bytes that the caller likes, so that there is no proto. */
export const echoDefinition = {
  say: method('Say', false, false),
  wait: method('Wait', false, false),
  count: method('Count', false, true),
  gather: method('Gather', true, false),
  converse: method('Converse', true, true),
} satisfies ServiceDefinition;

/**
 * A service with all four kinds of methods, to test what surrounds a service. `Say` answers with its request; `Wait` does so after as
 * many milliseconds as the request says; `Count` counts up to the request, every ten milliseconds; `Gather` answers how many messages
 * came; `Converse` answers each message with itself.
 */
export function echoService(): GrpcService {
  return grpcService(echoDefinition, {
    say: unary((request) => request),
    wait: unary(async (request, { signal }) => {
      await pause(Number(request.toString()), undefined, { signal });
      return request;
    }),
    count: serverStreaming(async (call, { signal }) => {
      for (let index = 1; index <= Number(call.request.toString()); index++) {
        await pause(10, undefined, { signal });
        call.write(Buffer.from(String(index)));
      }
    }),
    gather: clientStreaming(async (requests) => {
      let messages = 0;
      for await (const _ of requests) messages += 1;
      return Buffer.from(String(messages));
    }),
    converse: bidirectional(async (call, requests) => {
      for await (const request of requests) call.write(request);
    }),
  });
}
