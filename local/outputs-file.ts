import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoMarket } from './seed.ts';
import { localFolder } from './workspace.ts';
import type { World } from './world.ts';

const outputsFile = join(localFolder, 'outputs.json');

/** Tells scripts where the running world is and what they may trade in it: `.local/outputs.json`. */
export function writeOutputs(world: World, market: DemoMarket): void {
  const { restUrl, authGrpc, inventoryGrpc, grpcHttp, awsEndpoint } = world;
  // What a caller of the gRPC services shows and trusts: paths of PEM files.
  const grpcCertificate = world.certificates.caller;
  const { organizationId, name, locals, products, users } = market;
  const demo = { organizationId, name, localId: locals[0]?.localId, locals, products, users: Object.values(users) };
  writeFileSync(
    outputsFile,
    `${JSON.stringify({ restUrl, authGrpc, inventoryGrpc, grpcHttp, grpcCertificate, awsEndpoint, demo }, null, 2)}\n`,
  );
}

/** While nothing runs there are no addresses. */
export function removeOutputs(): void {
  rmSync(outputsFile, { force: true });
}
