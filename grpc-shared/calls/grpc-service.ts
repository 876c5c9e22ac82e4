import type { Server, ServiceDefinition, UntypedHandleCall } from '@grpc/grpc-js';
import { checkedRequests } from './checked-requests.ts';
import type { BidirectionalMethod, ClientStreamingMethod, Method, ServerStreamingMethod, UnaryMethod } from './methods.ts';
import type { OpenCalls } from './open-calls.ts';

/** A gRPC service: its generated definition, and a method for each entry of it. */
export type GrpcService = { definition: ServiceDefinition; methods: Readonly<Record<string, Method<UntypedHandleCall>>> };

/** The methods that a definition asks for, each of its kind. */
type MethodsOf<Definition> = { [Name in keyof Definition]: MethodOf<Definition[Name]> };
type MethodOf<Definition> = Definition extends {
  requestDeserialize(bytes: Buffer): infer Request;
  responseSerialize(response: infer Response): Buffer;
}
  ? Definition extends { requestStream: true; responseStream: true }
    ? BidirectionalMethod<Request, Response>
    : Definition extends { requestStream: true }
      ? ClientStreamingMethod<Request, Response>
      : Definition extends { responseStream: true }
        ? ServerStreamingMethod<Request, Response>
        : UnaryMethod<Request, Response>
  : never;

/** Puts a definition and its methods together; the compiler checks that they fit. */
export function grpcService<Definition extends ServiceDefinition>(
  definition: Definition,
  methods: MethodsOf<Definition>,
): GrpcService {
  return { definition, methods };
}

/** Registers a service with grpc-js; the texts and ids of its requests are checked before a method sees them. */
export function addService(server: Pick<Server, 'addService'>, { definition, methods }: GrpcService, open: OpenCalls): void {
  const handlers = Object.entries(methods).map(([name, method]) => [name, method(open)] as const);
  server.addService(checkedRequests(definition), Object.fromEntries(handlers));
}

/** `lonja.auth.v1.AuthService` */
export function serviceName(definition: ServiceDefinition): string {
  const [method] = Object.values(definition);
  return method?.path.split('/')[1] ?? '';
}
