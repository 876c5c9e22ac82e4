import { _, Ajv, type CodeKeywordDefinition, type KeywordCxt, Name, str } from 'ajv';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';
import { transform } from 'esbuild';
import type { Contracts } from '../contracts.ts';
import { idRoot, openApiId, sharedId } from '../documents.ts';
import { numbersInText, type Placed, type Schema } from '../schema.ts';

const standaloneCode = standaloneModule.default;

/** The functions of `validator-runtime.ts` that check a format; the other formats are hints for people and check nothing. */
const formatChecks: Readonly<Record<string, string>> = {
  uuid: 'isUuidText',
  'date-time': 'isDateTimeText',
  email: 'isEmailText',
};
const hints = ['password', 'uri', 'uri-reference'];

/**
 * JavaScript that exports one validator function for each schema, by its name. A `$ref` becomes a call of the function that
 * `nameOf` gives for its address; the caller of this function imports or declares it.
 */
export async function validatorCode(
  validators: ReadonlyMap<string, Placed>,
  nameOf: (address: string) => string,
  contracts: Contracts,
): Promise<string> {
  const ajv = new Ajv({
    strictTypes: true,
    allErrors: true,
    discriminator: true,
    useDefaults: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(['x-version', 'x-sensitive']);
  // Compiles the schema of schemas, which still needs ajv's own keywords.
  if (ajv.validateSchema({ type: 'object' }) !== true) throw new Error('ajv does not know its own schema');
  const uniqueItems = ajv.getKeyword('uniqueItems');
  for (const keyword of ['$ref', 'format', 'uniqueItems']) ajv.removeKeyword(keyword);
  ajv.addKeyword(referenceKeyword(nameOf));
  ajv.addKeyword(formatKeyword);
  ajv.addKeyword(numbersKeyword);
  // Added again, it runs after the items: ids that differ in case only are found to be the same.
  if (typeof uniqueItems !== 'object') throw new Error('ajv has no keyword uniqueItems');
  ajv.addKeyword(uniqueItems);

  // Only a discriminator looks into what it refers to.
  for (const [address, placed] of definitions(contracts)) ajv.addSchema(bare(placed), address);
  const ids: Record<string, string> = {};
  for (const [name, placed] of validators) {
    ids[name] = `${idRoot}validators/${name}`;
    ajv.addSchema(bare(placed), ids[name]);
  }
  const code = standaloneCode(ajv, ids)
    .replace('"use strict";', '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePointLength')
    .replaceAll('require("ajv/dist/runtime/equal").default', 'isDeepStrictEqual')
    .replaceAll(/new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_, source: string) => String(new RegExp(JSON.parse(source), 'u')));
  return (await transform(withoutUnusedSchemas(code), { minifySyntax: true, target: 'node24' })).code;
}

/** ajv keeps the schemas it compiled as constants. Its code reads only few of them, such as one with an enumeration. */
const withoutUnusedSchemas = (code: string) =>
  code.replaceAll(/^const (schema\d+) = .*;$/gm, (line, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : '',
  );

const referenceKeyword = (nameOf: (address: string) => string): CodeKeywordDefinition => ({
  keyword: '$ref',
  schemaType: 'string',
  code: (cxt) => callRef(cxt, new Name(nameOf(cxt.schema)), undefined, undefined),
});

/** Checks a format; a UUID that passes is also put into lower case, so that one id has one form everywhere behind the edge. */
const formatKeyword: CodeKeywordDefinition = {
  keyword: 'format',
  type: 'string',
  schemaType: 'string',
  error: {
    message: ({ schemaCode }) => str`must match format "${schemaCode}"`,
    params: ({ schemaCode }) => _`{format: ${schemaCode}}`,
  },
  code(cxt) {
    const format: string = cxt.schema;
    const check = formatChecks[format];
    if (check !== undefined) cxt.pass(_`${new Name(check)}(${cxt.data})`);
    else if (!hints.includes(format)) throw new Error(`no check is known for the format ${format}`);
    if (format === 'uuid') lowerCase(cxt);
  },
};

function lowerCase({ gen, data, it: { parentData, parentDataProperty } }: KeywordCxt): void {
  // Only what differs is written: the producer of an event may pass a frozen object.
  gen.if(_`${parentData} !== undefined && ${data} !== ${data}.toLowerCase()`, () =>
    gen.assign(_`${parentData}[${parentDataProperty}]`, _`${data}.toLowerCase()`),
  );
}

const numbersKeyword: CodeKeywordDefinition = {
  keyword: numbersInText,
  type: 'object',
  schemaType: 'array',
  before: 'properties',
  code({ gen, data, schema }) {
    for (const name of schema) {
      gen.if(_`${data}[${name}] !== undefined`, () => gen.assign(_`${data}[${name}]`, _`numberOfText(${data}[${name}])`));
    }
  },
};

/** Everything that a schema may refer to, by its whole address. */
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

/** The schema without annotations and with absolute references, because it is compiled outside of its document. */
function bare({ schema, base }: Placed): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$id' || key === '$schema') return undefined;
    // The type tells the annotation from a property of that name.
    if ((key === 'description' || key === 'title') && typeof value === 'string') return undefined;
    if (key === 'examples' && Array.isArray(value)) return undefined;
    return key === '$ref' ? new URL(value, base).href : value;
  });
}
