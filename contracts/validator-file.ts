import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import formatsModule from 'ajv-formats';
import { build, type Plugin } from 'esbuild';
import { type Contracts, idRoot, openApiId } from './contracts.ts';
import type { Placed, Schema } from './schema.ts';
import { generatedNotice } from './type-file.ts';

const standaloneCode = standaloneModule.default;
const addFormats = formatsModule.default;

export type ValidatorFile = {
  /** By name. Those of parameters work on text: they turn it into numbers and fill in defaults. */
  validators: ReadonlyMap<string, Placed & { ofText?: boolean }>;
  /** The module itself, which takes what it exports from 'validators'. */
  entry: string;
};

/** A module of validator functions that needs nothing at run time: ajv's code with its few runtime functions bundled in. */
export async function validatorFile({ validators, entry }: ValidatorFile, contracts: Contracts, root: string): Promise<string> {
  const ofText = new Map([...validators].filter(([, validator]) => validator.ofText));
  const ofJson = new Map([...validators].filter(([, validator]) => !validator.ofText));
  const modules: Record<string, string> = {
    validators: "export * from 'validators/json';\nexport * from 'validators/text';\n",
    'validators/json': standalone(ofJson, contracts, {}),
    'validators/text': standalone(ofText, contracts, { coerceTypes: true, useDefaults: true }),
  };
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root },
    absWorkingDir: root,
    plugins: [virtualModules(modules, root)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    legalComments: 'none',
  });
  return `${generatedNotice}${outputFiles[0]?.text ?? ''}`;
}

function standalone(validators: ReadonlyMap<string, Placed>, { documents }: Contracts, options: object): string {
  if (validators.size === 0) return 'export {};';
  const ajv = new Ajv2020({
    ...options,
    strictTypes: true,
    allErrors: true,
    discriminator: true,
    inlineRefs: 3,
    code: { source: true, esm: true, lines: true },
  });
  addFormats(ajv, ['date-time', 'email', 'uuid', 'uri-reference']);
  // A password is any text; the format only tells a form to hide it.
  ajv.addFormat('password', true);
  ajv.addVocabulary(['x-version', 'x-sensitive', 'components']);
  for (const [id, document] of documents) {
    // Of the REST contract only the schemas matter to a validator.
    ajv.addSchema(
      id === openApiId && 'components' in document ? { $id: id, components: document.components } : document,
      id,
      false,
      false,
    );
  }
  const ids: Record<string, string> = {};
  for (const [name, { schema, base }] of validators) {
    const id = `${idRoot}validators/${name}`;
    ajv.addSchema({ ...absolute(schema, base), $id: id });
    ids[name] = id;
  }
  return standaloneCode(ajv, ids);
}

/** The schema with its references made absolute, for it is compiled away from the document it stands in. */
function absolute(schema: Schema, base: string): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) => (key === '$ref' ? new URL(value, base).href : value));
}

const virtualModules = (modules: Record<string, string>, root: string): Plugin => ({
  name: 'virtual-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^validators(\/|$)/ }, ({ path }) => ({ path, namespace: 'validators' }));
    onLoad({ filter: /.*/, namespace: 'validators' }, ({ path }) => ({ contents: modules[path] ?? '', resolveDir: root }));
  },
});
