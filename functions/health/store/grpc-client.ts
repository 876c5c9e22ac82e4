import { authChannel } from '../../shared/auth/auth-channel.ts';
import { certificateSource } from '../../shared/auth/certificate-source.ts';

/** The answer SERVING of grpc.health.v1: field 1 of the response, a varint, is 1. */
const serving = Buffer.from([8, 1]);
const timeoutMs = 1500;

/** Asks a gRPC service, over mutual TLS, whether it serves. The name is the one in its certificate. */
export function grpcHealth(target: string, serverName: string): { ask(): Promise<void> } {
  const channel = authChannel({ target, certificates: certificateSource('AUTH_TLS'), serverName });
  return {
    async ask() {
      const stub = await channel.stub();
      const answer = await new Promise<Buffer>((resolve, reject) => {
        stub.makeUnaryRequest(
          '/grpc.health.v1.Health/Check',
          // The empty message asks about the whole server.
          () => Buffer.alloc(0),
          (bytes: Buffer) => bytes,
          {},
          { deadline: Date.now() + timeoutMs },
          (error, response) => (error || response === undefined ? reject(error ?? new Error('no answer')) : resolve(response)),
        );
      });
      if (!answer.equals(serving)) throw new Error('the service does not serve');
    },
  };
}
