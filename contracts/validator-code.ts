import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import formatsModule from 'ajv-formats';
import { type Contracts, idRoot, openApiId, sharedId } from './contracts.ts';
import type { Placed, Schema } from './schema.ts';

const standaloneCode = standaloneModule.default;
const addFormats = formatsModule.default;

/** The code of a module that exports a validator for each schema, by its name. It still requires ajv's few runtime functions. */
export function validatorCode(validators: ReadonlyMap<string, Placed>, contracts: Contracts, options: Options): string {
  if (validators.size === 0) return 'export {};';
  const ajv = new Ajv2020({
    ...options,
    strictTypes: true,
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats(ajv, ['date-time', 'email', 'uuid', 'uri', 'uri-reference']);
  // A password is any text; the format only tells a form to hide it.
  ajv.addFormat('password', true);
  ajv.addVocabulary(['x-version', 'x-sensitive']);
  // Each definition is a schema of its own, so that it is compiled once however many schemas refer to it.
  for (const [address, placed] of definitions(contracts)) ajv.addSchema(bare(placed), address);
  const ids: Record<string, string> = {};
  for (const [name, placed] of validators) {
    ids[name] = `${idRoot}validators/${name}`;
    ajv.addSchema(bare(placed), ids[name]);
  }
  return standaloneCode(ajv, ids);
}

/** All that a schema may refer to, by its whole address. */
function definitions({ envelope, events, saga, openApi, documents }: Contracts): [string, Placed][] {
  const shared: Schema = documents.get(sharedId) ?? {};
  const below = (base: string, path: string, schemas: Record<string, Schema>) =>
    Object.entries(schemas).map(([name, schema]): [string, Placed] => [`${base}#/${path}/${name}`, { schema, base }]);
  return [
    ...[envelope, ...events, ...saga].map((placed): [string, Placed] => [placed.base, placed]),
    ...below(sharedId, '$defs', shared.$defs ?? {}),
    ...below(openApiId, 'components/schemas', openApi.components.schemas),
  ];
}

/** The schema without what validates nothing, its references absolute: it is compiled away from the document it stands in. */
function bare({ schema, base }: Placed): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$id' || key === '$schema') return undefined;
    // The type tells the annotation from a property of that name.
    if ((key === 'description' || key === 'title') && typeof value === 'string') return undefined;
    if (key === 'examples' && Array.isArray(value)) return undefined;
    return key === '$ref' ? new URL(value, base).href : value;
  });
}
