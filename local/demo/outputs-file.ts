import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateFiles } from '../deploy/grpc-certificates.ts';
import { localFolder } from '../process/workspace.ts';
import type { World } from '../world.ts';
import type { DemoMarket } from './seed.ts';

const outputsFile = join(localFolder, 'outputs.json');

/** Where a world is, and what may be traded in it. */
export function outputsOf(world: Running, market: DemoMarket) {
  const { restUrl, authGrpc, inventoryGrpc, grpcHttp, callerCertificate, awsEndpoint } = world;
  const { organizationId, name, locals, products, users } = market;
  const demo = { organizationId, name, localId: locals[0]?.localId, locals, products, users: Object.values(users) };
  // What a caller of the gRPC services shows and trusts: paths of PEM files.
  return { restUrl, authGrpc, inventoryGrpc, grpcHttp, grpcCertificate: callerCertificate, awsEndpoint, demo };
}

type Running = Pick<World, 'restUrl' | 'authGrpc' | 'inventoryGrpc' | 'grpcHttp' | 'awsEndpoint'> & {
  callerCertificate: CertificateFiles;
};

/** Tells scripts where the running world is and what they may trade in it: `.local/outputs.json`. */
export function writeOutputs(world: World, market: DemoMarket): void {
  const outputs = outputsOf({ ...world, callerCertificate: world.certificates.caller }, market);
  writeFileSync(outputsFile, `${JSON.stringify(outputs, null, 2)}\n`);
}

/** While nothing runs there are no addresses. */
export function removeOutputs(): void {
  rmSync(outputsFile, { force: true });
}
