/**
 * Compares the contracts with those of the last release and names what a change would break. With `--release` it keeps the contracts as
 * the released ones: `npm run keep-released-contracts`, after a release and never to silence the check.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileDescriptorSetBase64 } from '../../generated/grpc/descriptors.ts';
import { readContracts } from '../contracts.ts';
import { jsonText } from '../json-text.ts';
import { breakingChanges } from './breaking-changes.ts';
import { rpcChanges } from './rpc-changes.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

const root = join(import.meta.dirname, '..', '..');
const eventsFile = join(root, 'contracts/released/events.json');
const routesFile = join(root, 'contracts/released/routes.json');
const protosFile = join(root, 'protos/released.binpb');
const current = snapshotOf(readContracts(root));

if (process.argv.includes('--release')) {
  writeFileSync(eventsFile, `${jsonText(current.events)}\n`);
  writeFileSync(routesFile, `${jsonText(current.routes)}\n`);
  const options = ['--exclude-path', 'protos/grpc', '--exclude-source-info', '--output', protosFile];
  execFileSync(join(root, 'node_modules/.bin/buf'), ['build', ...options], { cwd: root });
} else {
  const released: Snapshot = {
    events: JSON.parse(readFileSync(eventsFile, 'utf8')),
    routes: JSON.parse(readFileSync(routesFile, 'utf8')),
  };
  const changes = [
    ...breakingChanges(released, current),
    ...rpcChanges(readFileSync(protosFile), Buffer.from(fileDescriptorSetBase64, 'base64')),
  ];
  for (const change of changes) process.stderr.write(`${change}\n`);
  if (changes.length > 0) {
    process.stderr.write('Make a new version instead: see docs/changing-an-event.md, or add a route or an RPC beside it.\n');
    process.exitCode = 1;
  }
}
