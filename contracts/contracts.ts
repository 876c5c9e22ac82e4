import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { domains } from '../functions/domains.ts';
import { type Documents, idRoot, openApiId } from './documents.ts';
import { missingLimits } from './limits.ts';
import { completeDocument } from './rest/complete-document.ts';
import { type OpenApi, type Operation, operationsOf } from './rest/openapi.ts';
import { brokenRules } from './rest/operation-rules.ts';
import { unregistered } from './rest/registration-rules.ts';
import type { Placed, Schema } from './schema.ts';
import { marksIn, type SensitiveFields, sensitiveFieldsOf } from './sensitive-fields.ts';
import { type PostalCodeRule, readCountries } from './standards/countries.ts';
import { type CurrencyDigits, currencySchema, readCurrencies } from './standards/currencies.ts';

export type EventContract = {
  /** Its name in code and the name of its schema's file: the wire name, and `.v<N>` from version 2 on. */
  name: string;
  /** The `detail-type` on the bus, which all versions share. */
  wireName: string;
  domain: string;
  /** The `eventType` of the envelope, which all versions share. */
  typeName: string;
  /** The name of the type of its data: `typeName`, and `V<N>` from version 2 on. */
  title: string;
  version: number;
  schema: Schema;
  base: string;
  /** Undefined when it has none. */
  sensitive: SensitiveFields | undefined;
};

/** Everything that is written by hand. */
export type Contracts = {
  events: readonly EventContract[];
  envelope: Placed;
  saga: readonly Placed[];
  operations: readonly Operation[];
  currencies: CurrencyDigits;
  countries: ReadonlyMap<string, PostalCodeRule>;
  /** `openapi.yaml` with everything that follows from it. */
  openApi: OpenApi;
  documents: Documents;
};

/**
 * Reads the schemas and `openapi.yaml` below `root`.
 * @throws when an id or title is missing or a rule is broken, with every place and what to do
 */
export function readContracts(root: string): Contracts {
  const documents = new Map<string, object>();
  const readSchema = (path: string): Placed => {
    const schema: Schema = JSON.parse(readFileSync(join(root, path), 'utf8'));
    const base = `${idRoot}${path}`;
    if (schema.$id !== base) throw new Error(`${path}: its $id must be ${base}`);
    documents.set(base, schema);
    return { schema, base };
  };
  const currencies = readCurrencies(root);
  const { $defs = {} } = readSchema('events-schemas/shared.json').schema;
  if (marksIn($defs) > 0) throw new Error('events-schemas/shared.json: mark the field of the event as x-sensitive instead');
  $defs.currency = currencySchema($defs.currency ?? {}, currencies);
  const envelope = readSchema('events-schemas/domain-event.json');
  const events = publishingDomains(root).flatMap((domain) =>
    jsonFiles(root, `events-schemas/${domain}`).map((file) =>
      eventContract(domain, file, readSchema(`events-schemas/${domain}/${file}`)),
    ),
  );
  checkVersions(events);
  const saga = jsonFiles(root, 'state-machines/schemas').map((file) => readSchema(`state-machines/schemas/${file}`));
  const written: OpenApi = parse(readFileSync(join(root, 'openapi.yaml'), 'utf8'));
  documents.set(openApiId, written);
  const refusals = [...brokenRules(written, documents), ...unregistered(written, domains), ...missingLimits(documents)];
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
  for (const { sensitive } of events) {
    if (sensitive === undefined) continue;
    for (const { base, schema } of [sensitive.sealed, sensitive.received]) documents.set(base, schema);
  }
  const openApi = completeDocument(written);
  documents.set(openApiId, openApi);
  const countries = readCountries(root);
  return { events, envelope, saga, openApi, operations: operationsOf(openApi), currencies, countries, documents };
}

/** The registered domains that have a folder of schemas. One that publishes nothing has none. */
function publishingDomains(root: string): string[] {
  const folders = readdirSync(join(root, 'events-schemas'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name);
  const registered = domains.map(({ name }) => name);
  const unknown = names.find((name) => !registered.includes(name));
  if (unknown !== undefined) throw new Error(`events-schemas/${unknown}: functions/domains.ts lists no domain ${unknown}`);
  return registered.filter((name) => names.includes(name));
}

function eventContract(domain: string, file: string, { schema, base }: Placed): EventContract {
  const { title, 'x-version': version } = schema;
  if (title === undefined || version === undefined) throw new Error(`${base}: an event needs a title and an x-version`);
  const name = file.slice(0, -'.json'.length);
  const [, wireName = name, suffix] = /^(.+)\.v(\d+)$/.exec(name) ?? [];
  if (version !== Number(suffix ?? 1)) {
    throw new Error(
      `${base}: version 1 is in ${wireName}.json and version ${version} in ${wireName}.v${version}.json: rename it`,
    );
  }
  const titleEnd = suffix === undefined ? '' : `V${version}`;
  if (!title.endsWith(titleEnd)) throw new Error(`${base}: the title of version ${version} ends with ${titleEnd}: add it`);
  const typeName = title.slice(0, title.length - titleEnd.length);
  return { name, wireName, domain, typeName, title, version, schema, base, sensitive: sensitiveFieldsOf({ schema, base }) };
}

/** All versions of an event share its type name, as they share its wire name. */
function checkVersions(events: readonly EventContract[]): void {
  for (const [wireName, versions] of Map.groupBy(events, (event) => event.wireName)) {
    const [first, other] = new Set(versions.map(({ typeName }) => typeName));
    if (other !== undefined) throw new Error(`the versions of ${wireName} are called ${first} and ${other}: give them one name`);
  }
}

function jsonFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => entry.name)
    .sort();
}
