import type { Contracts } from '../contracts.ts';
import { sharedId } from '../documents.ts';
import { dereference } from '../reference.ts';
import type { Placed } from '../schema.ts';
import { generatedNotice, typeFile } from '../types/type-file.ts';
import { specifier, typeModules } from '../types/type-homes.ts';
import { validatorCode } from './validator-code.ts';

/** A schema to validate by. The name is that of its validator, unless the schema is only a reference: then the definition gives it. */
export type Validated = Placed & { name: string };

/** Where a validator is declared, and its name there. */
export type ValidatorPlace = { module: string; name: string };

export type ValidatorModules = {
  /** The text of each module, by its path. */
  files: Map<string, string>;
  placeOf: (schema: Placed) => ValidatorPlace;
};

const sharedModule = 'generated/validators/shared.ts';
/** For what more than one API Lambda validates by. */
const restModule = 'generated/validators/rest.ts';
/** `validator-runtime.ts`, copied to where the validators can import it. */
export const runtimeModule = 'generated/validators/runtime.ts';
const typeModule = 'generated/validator.ts';

/** One validator: what it validates by, how its type is found, and the modules that need it. */
type Unit = Placed & { key: string; name: string; typedBy: Placed; users: Set<string> };

/**
 * The validators that each module needs, and those of all they refer to, each emitted once: a document in `homes` has its module,
 * `shared.json` has one, and anything else is in the module that uses it, or in a common one when several do.
 */
export async function validatorModules(
  needed: ReadonlyMap<string, readonly Validated[]>,
  homes: ReadonlyMap<string, string>,
  contracts: Contracts,
): Promise<ValidatorModules> {
  const units = new Map<string, Unit>();
  const names = new Set<string>();

  const use = (placed: Placed, name: string, user: string): void => {
    const found = definitionOf(placed, contracts);
    const unit = units.get(found.key) ?? { ...found, name: freeName(found.name ?? name, names), users: new Set() };
    units.set(unit.key, unit);
    if (unit.users.has(user)) return;
    unit.users.add(user);
    for (const ref of referencesIn(unit.schema)) use({ schema: { $ref: ref }, base: unit.base }, '', user);
  };
  for (const [module, schemas] of needed) for (const schema of schemas) use(schema, schema.name, module);

  const placeOf = (placed: Placed): ValidatorPlace => {
    const unit = units.get(definitionOf(placed, contracts).key);
    if (unit === undefined) throw new Error(`${placed.base}: no validator is generated for ${JSON.stringify(placed.schema)}`);
    return { module: moduleOf(unit, homes), name: unit.name };
  };
  const files = new Map<string, string>();
  for (const [module, own] of Map.groupBy(units.values(), (unit) => moduleOf(unit, homes))) {
    files.set(module, await moduleText(module, own, placeOf, contracts));
  }
  return { files, placeOf };
}

function moduleOf({ base, users }: Unit, homes: ReadonlyMap<string, string>): string {
  const home = base === sharedId ? sharedModule : homes.get(base);
  if (home !== undefined) return home;
  const [user, another] = users;
  return user === undefined || another !== undefined ? restModule : user;
}

/** What a schema that is only a reference refers to, or the schema itself. Equal schemas have equal keys. */
function definitionOf({ schema, base }: Placed, { documents }: Contracts): Omit<Unit, 'name' | 'users'> & { name?: string } {
  if (schema.$ref === undefined) {
    return { schema, base, key: `${base} ${JSON.stringify(schema)}`, typedBy: { schema, base } };
  }
  const target = dereference(schema.$ref, base, documents);
  return { ...target, key: new URL(schema.$ref, base).href, typedBy: { schema, base } };
}

function freeName(wanted: string, taken: Set<string>): string {
  const name = `validate${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}`;
  const free = taken.has(name) ? freeName(`${wanted}2`, taken) : name;
  taken.add(free);
  return free;
}

function referencesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'examples') return [];
    return key === '$ref' ? [String(value)] : referencesIn(value);
  });
}

const runtimeFunctions = ['codePointLength', 'isDateTimeText', 'isEmailText', 'isUuidText', 'numberOfText'];

async function moduleText(
  module: string,
  units: readonly Unit[],
  placeOf: (placed: Placed) => ValidatorPlace,
  contracts: Contracts,
): Promise<string> {
  const imports = new Map<string, Set<string>>();
  const importName = (from: string, name: string) => imports.set(from, (imports.get(from) ?? new Set()).add(name));
  const nameOf = (address: string) => {
    const place = placeOf({ schema: { $ref: address }, base: address });
    if (place.module !== module) importName(place.module, place.name);
    return place.name;
  };
  const types = typeFile(contracts.documents, typeModules(contracts, module));
  let code = await validatorCode(new Map(units.map((unit) => [unit.name, unit])), nameOf, contracts);
  for (const { name, typedBy } of units) {
    code = code.replace(`export const ${name} = `, `export const ${name}: Validator<${types.typeOf(typedBy)}> = `);
  }
  for (const name of runtimeFunctions) if (new RegExp(`\\b${name}\\b`).test(code)) importName(runtimeModule, name);
  const importLines = [...imports]
    .sort()
    .map(([from, names]) => `import { ${[...names].sort().join(', ')} } from '${specifier(module, from)}';\n`);
  return `// @ts-nocheck
${generatedNotice}${code.includes('isDeepStrictEqual') ? "import { isDeepStrictEqual } from 'node:util';\n" : ''}import type { Validator } from '${specifier(module, typeModule)}';
${importLines.join('')}${types.text()}
${code}`;
}
