import { setTimeout as pause } from 'node:timers/promises';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { bidirectional, clientStreaming, serverStreaming, unary } from '../../../grpc-shared/calls/methods.ts';
import type { GrpcService } from '../../../grpc-shared/calls/observed-service.ts';

const asIs = (message: Buffer): Buffer => message;

function method(name: string, requestStream: boolean, responseStream: boolean): MethodDefinition<Buffer, Buffer> {
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
 * A service of all four kinds of methods for the tests of what surrounds a service. `Say` says back what it hears; `Wait` does so
 * after as many milliseconds; `Count` says 1 to n, each after ten milliseconds; `Gather` says how many messages came.
 */
export function echoService(): GrpcService {
  return {
    definition: echoDefinition,
    implementation: {
      say: unary((request: Buffer) => request),
      wait: unary(async (request: Buffer, { signal }) => {
        await pause(Number(request.toString()), undefined, { signal });
        return request;
      }),
      count: serverStreaming(async (call: { request: Buffer; write(message: Buffer): unknown }, { signal }) => {
        for (let index = 1; index <= Number(call.request.toString()); index++) {
          await pause(10, undefined, { signal });
          call.write(Buffer.from(String(index)));
        }
      }),
      gather: clientStreaming(async (call: AsyncIterable<Buffer>) => {
        let messages = 0;
        for await (const _ of call) messages += 1;
        return Buffer.from(String(messages));
      }),
      converse: bidirectional(async (call: AsyncIterable<Buffer> & { write(message: Buffer): unknown }) => {
        for await (const message of call) call.write(message);
      }),
    },
  };
}
