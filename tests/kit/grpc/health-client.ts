import { type ClientReadableStream, credentials, makeClientConstructor, type ServiceError } from '@grpc/grpc-js';
import { service } from 'grpc-health-check';

/** Reads grpc.health.v1 by the definition that gRPC publishes. */
export type HealthClient = {
  /** Rejects with grpc-js's ServiceError. */
  check(service: string): Promise<string>;
  watch(service: string): ClientReadableStream<{ status: string }>;
  close(): void;
};

const Client = makeClientConstructor(service, 'Health');

/** A client with a connection of its own. */
export function healthClient(target: string): HealthClient {
  const client = new Client(target, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 });
  return {
    check: (name) =>
      new Promise((resolve, reject) => {
        client.check?.({ service: name }, (error: ServiceError | null, answer: { status: string }) =>
          error ? reject(error) : resolve(answer.status),
        );
      }),
    watch: (name) => client.watch?.({ service: name }),
    close: () => client.close(),
  };
}
