import { relative } from 'node:path';
import type { GrpcCertificates } from '../deploy/grpc-certificates.ts';
import { repositoryFolder } from '../process/workspace.ts';
import type { World } from '../world.ts';
import type { DemoMarket } from './seed.ts';

type GrpcWorld = Pick<World, 'restUrl' | 'authGrpc' | 'inventoryGrpc'> & { certificates: Pick<GrpcCertificates, 'caller'> };

/** Lines for a shell in the clone's folder: the buyer's token, then calls of both gRPC services as callers on AWS make them. */
export function grpcLines({ restUrl, authGrpc, inventoryGrpc, certificates }: GrpcWorld, market: DemoMarket): string[] {
  const { organizationId, locals, products, users } = market;
  const { certificate, key, authority } = certificates.caller;
  const path = (file: string) => relative(repositoryFolder, file);
  const call = (address: string, method: string, body: unknown, header = '') =>
    `npx buf curl --protocol grpc --cacert ${path(authority)} --cert ${path(certificate)} --key ${path(key)} ` +
    `${header}-d '${JSON.stringify(body)}' https://${address}/${method}`;

  const { email, password } = users.buyer;
  const login = JSON.stringify({ organizationId, email, password });
  const [first] = products;
  const productId = first?.productId;
  const asBuyer = '-H "authorization: Bearer $TOKEN" ';
  const stock = (method: string, body: unknown) =>
    call(inventoryGrpc, `lonja.inventory.v1.InventoryService/${method}`, body, asBuyer);
  return [
    'Sign in as the buyer:',
    `TOKEN=$(curl -s ${restUrl}/api/v1/auth/login -H 'Content-Type: application/json' -d '${login}' | ` +
      `node -p 'JSON.parse(fs.readFileSync(0)).accessToken')`,
    'Ask gRPC Auth whether the producer works for a shop:',
    call(authGrpc, 'lonja.auth.v1.AuthService/ValidateLocal', {
      userId: users.producer.userId,
      organizationId,
      localId: locals[0]?.localId,
    }),
    'Ask gRPC Inventory whether there is enough, and watch it until Ctrl-C:',
    stock('CheckStock', { lines: [{ productId, quantity: 2 }] }),
    stock('WatchStock', { products: [{ productId }] }),
  ];
}
