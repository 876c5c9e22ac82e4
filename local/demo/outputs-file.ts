import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalSystem } from '../local-system.ts';
import { localFolder } from '../process/workspace.ts';
import { addressesOf, type SystemAddresses } from './addresses.ts';
import type { DemoMarket } from './seed.ts';

const outputsFile = join(localFolder, 'outputs.json');

/** The addresses of a system and the ids and users of its demo market, in the form of `.local/outputs.json`. */
export function outputsOf({ callerCertificate, ...addresses }: SystemAddresses, market: DemoMarket) {
  const { organizationId, name, locals, products, users } = market;
  const demo = { organizationId, name, localId: locals[0]?.localId, locals, products, users: Object.values(users) };
  return { ...addresses, grpcCertificate: callerCertificate, demo };
}

/** Writes `.local/outputs.json`, which scripts read. */
export function writeOutputs(system: LocalSystem, market: DemoMarket): void {
  writeFileSync(outputsFile, `${JSON.stringify(outputsOf(addressesOf(system), market), null, 2)}\n`);
}

/** Removes the file when its addresses are no longer valid. */
export function removeOutputs(): void {
  rmSync(outputsFile, { force: true });
}
