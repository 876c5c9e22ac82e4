import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asyncApiFile } from './async/async-api-file.ts';
import { type Contracts, readContracts } from './contracts.ts';
import { eventFiles, eventSchemas, eventValidators, eventValidatorsModule, validatedEvents } from './event-files.ts';
import { eventMap } from './event-map.ts';
import { grpcFiles } from './grpc-files.ts';
import { documentFile } from './rest/document-file.ts';
import { pathsFiles } from './rest/paths-file.ts';
import { problemFiles } from './rest/problem-files.ts';
import { restFiles, validatedRequests } from './rest/rest-files.ts';
import { routeFiles } from './rest/route-files.ts';
import { sagaFiles, sagaValidatorsModule, validatedInputs } from './saga-files.ts';
import { sharedFiles } from './shared-files.ts';
import { countryFiles } from './standards/countries.ts';
import { currencyFiles } from './standards/currencies.ts';
import { generatedNotice } from './types/type-file.ts';
import { runtimeModule, type ValidatorModules, validatorModules } from './validators/validator-modules.ts';

const root = dirname(import.meta.dirname);

/** Every file that is generated from the contracts, by its path. The same contracts give the same bytes. */
async function generate(): Promise<Map<string, string>> {
  const contracts = readContracts(root);
  const [validators, grpc] = await Promise.all([allValidators(contracts), grpcFiles(root)]);
  return new Map([
    ...sharedFiles(contracts),
    ...currencyFiles(contracts.currencies),
    ...countryFiles(contracts.countries),
    ...eventFiles(contracts),
    ...sagaFiles(contracts),
    ...restFiles(contracts, validators),
    ...routeFiles(contracts),
    ...problemFiles(contracts),
    ...documentFile(contracts),
    ...pathsFiles(contracts),
    ...asyncApiFile(contracts),
    ...validators.files,
    ...grpc,
    ['docs/event-map.md', eventMap(contracts)],
  ]);
}

/** The validators of everything that arrives from outside: events, inputs of the saga and requests. */
async function allValidators(contracts: Contracts): Promise<ValidatorModules> {
  const { saga } = contracts;
  const modules = await validatorModules(
    new Map([
      [eventValidatorsModule, validatedEvents(contracts)],
      [sagaValidatorsModule, validatedInputs(contracts)],
      ...validatedRequests(contracts),
    ]),
    new Map([
      ...eventSchemas(contracts).map(({ base }) => [base, eventValidatorsModule] as const),
      ...saga.map(({ base }) => [base, sagaValidatorsModule] as const),
    ]),
    contracts,
  );
  const eventModule = `${modules.files.get(eventValidatorsModule)}${eventValidators(contracts)}`;
  const runtime = readFileSync(join(root, 'contracts/validators/validator-runtime.ts'), 'utf8');
  const files = new Map([
    ...modules.files,
    [eventValidatorsModule, eventModule],
    [runtimeModule, `${generatedNotice}${runtime}`],
  ]);
  return { ...modules, files };
}

/** The files that are in generated/ now. */
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
  for (const path of [...differing, ...leftOver]) process.stderr.write(`${path} differs from what the contracts generate\n`);
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
