import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContracts } from './contracts.ts';
import { eventFiles } from './event-files.ts';
import { eventMap } from './event-map.ts';
import { grpcFiles } from './grpc-files.ts';
import { restFiles } from './rest-files.ts';
import { routeFiles } from './route-files.ts';
import { sagaFiles } from './saga-files.ts';
import { sharedFiles } from './shared-files.ts';

const root = dirname(import.meta.dirname);

/** Every file that follows from the contracts, by its path. The same contracts give the same bytes. */
async function generate(): Promise<Map<string, string>> {
  const contracts = readContracts(root);
  const parts = await Promise.all([
    eventFiles(contracts, root),
    restFiles(contracts, root),
    sagaFiles(contracts, root),
    grpcFiles(root),
  ]);
  return new Map([
    ...sharedFiles(contracts),
    ...routeFiles(contracts),
    ...parts.flatMap((part) => [...part]),
    ['docs/event-map.md', eventMap(contracts)],
  ]);
}

/** The files of generated/ as they are. */
function committed(): string[] {
  if (!existsSync(join(root, 'generated'))) return [];
  const entries = readdirSync(join(root, 'generated'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

const files = await generate();
const differing = [...files].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
const leftOver = committed().filter((path) => !files.has(path));

if (process.argv.includes('--check')) {
  for (const path of [...differing, ...leftOver]) process.stderr.write(`${path} is not what the contracts say\n`);
  if (differing.length + leftOver.length > 0) {
    process.stderr.write('Run `npm run generate` and commit the result.\n');
    process.exitCode = 1;
  }
} else {
  for (const path of leftOver) rmSync(join(root, path));
  for (const path of differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? '');
  }
  process.stdout.write(`${files.size} generated files, ${differing.length} changed, ${leftOver.length} removed\n`);
}
