import { relative } from 'node:path';
import { repositoryFolder } from '../process/workspace.ts';
import type { SystemAddresses } from './addresses.ts';
import type { DemoMarket } from './seed.ts';

/** Commands for a shell in the clone's folder: the buyer's token, then calls of both gRPC services as callers on AWS make them. */
export function grpcLines(
  { restUrl, authGrpc, inventoryGrpc, callerCertificate }: Omit<SystemAddresses, 'awsEndpoint' | 'grpcHttp'>,
  { organizationId, locals, products, users }: DemoMarket,
): string[] {
  const { certificate, key, authority } = callerCertificate;
  const path = (file: string) => relative(repositoryFolder, file);
  const call = (address: string, method: string, body: unknown, header = '') =>
    `npx buf curl --protocol grpc --cacert ${path(authority)} --cert ${path(certificate)} --key ${path(key)} ` +
    `${header}-d '${JSON.stringify(body)}' https://${address}/${method}`;

  const { email, password } = users.buyer;
  const login = JSON.stringify({ organizationId, email, password });
  const productId = products[0]?.productId;
  const asBuyer = '-H "authorization: Bearer $TOKEN" ';
  const stock = (method: string, body: unknown) =>
    call(inventoryGrpc, `lonja.inventory.v1.InventoryService/${method}`, body, asBuyer);
  return [
    'Log in as the buyer:',
    `TOKEN=$(curl -s ${restUrl}/api/v1/auth/login -H 'Content-Type: application/json' -d '${login}' | ` +
      `node -p 'JSON.parse(fs.readFileSync(0)).accessToken')`,
    'Ask gRPC Auth whether the producer works for a shop:',
    call(authGrpc, 'lonja.auth.v1.AuthService/ValidateLocal', {
      userId: users.producer.userId,
      organizationId,
      localId: locals[0]?.localId,
    }),
    'Ask gRPC Inventory whether there is enough stock, and watch it until Ctrl-C:',
    stock('CheckStock', { lines: [{ productId, quantity: 2 }] }),
    stock('WatchStock', { products: [{ productId }] }),
  ];
}
