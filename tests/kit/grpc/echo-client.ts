import { type ChannelCredentials, Client, type ClientOptions, credentials, type ServiceError } from '@grpc/grpc-js';
import type { Certificates } from '../../../functions/shared/auth/certificate-source.ts';
import { echoDefinition } from './echo-service.ts';

const { say, wait, count, gather, converse } = echoDefinition;
type UnaryMethod = 'say' | 'wait';

/** Calls the echo service, each client over a connection of its own. */
export function echoClient(target: string, channel = credentials.createInsecure(), options: ClientOptions = {}) {
  const client = new Client(target, channel, { 'grpc.use_local_subchannel_pool': 1, 'grpc.enable_http_proxy': 0, ...options });
  return {
    client,
    close: () => client.close(),
    /** Rejects with grpc-js's ServiceError. */
    call(method: UnaryMethod, text: string, deadlineMs = 20_000): Promise<string> {
      const { path, requestSerialize, responseDeserialize } = { say, wait }[method];
      return new Promise((resolve, reject) => {
        const deadline = Date.now() + deadlineMs;
        const answered = (error: ServiceError | null, answer?: Buffer) => (error ? reject(error) : resolve(String(answer)));
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, Buffer.from(text), { deadline }, answered);
      });
    },
    count: (upTo: number) =>
      client.makeServerStreamRequest(count.path, count.requestSerialize, count.responseDeserialize, Buffer.from(String(upTo))),
    gather: (answered: (error: ServiceError | null, answer?: Buffer) => void) =>
      client.makeClientStreamRequest(gather.path, gather.requestSerialize, gather.responseDeserialize, answered),
    converse: () => client.makeBidiStreamRequest(converse.path, converse.requestSerialize, converse.responseDeserialize),
  };
}

/** For a server whose certificate bears the name `localhost`. */
export function clientCredentials({ certificate, key, authorities }: Certificates): ChannelCredentials {
  return credentials.createSsl(Buffer.from(authorities), Buffer.from(key), Buffer.from(certificate));
}
