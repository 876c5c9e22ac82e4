import { readFileSync } from 'node:fs';
import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { inject } from 'vitest';
import { InventoryServiceClient } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { grpcServerName } from '../../infra/grpc-addresses.ts';

/** A client with a connection of its own, as a service on AWS has it. */
export function inventoryClient(): InventoryServiceClient {
  const { inventoryGrpc, callerCertificate } = inject('world');
  const { authority, key, certificate } = callerCertificate;
  const tls = credentials.createSsl(readFileSync(authority), readFileSync(key), readFileSync(certificate));
  return new InventoryServiceClient(inventoryGrpc, tls, {
    'grpc.ssl_target_name_override': grpcServerName('inventory'),
    'grpc.use_local_subchannel_pool': 1,
  });
}

export function bearing({ token }: { token: string }): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  return metadata;
}

type Answered<Response> = (error: ServiceError | null, response: Response) => void;

/** The answer of a call that has one. */
export const answerOf = <Response>(send: (answered: Answered<Response>) => unknown) =>
  new Promise<Response>((resolve, reject) => {
    send((error, response) => (error ? reject(error) : resolve(response)));
  });
