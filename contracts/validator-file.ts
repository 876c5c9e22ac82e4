import { build, type Plugin } from 'esbuild';
import type { Contracts } from './contracts.ts';
import type { Placed } from './schema.ts';
import { generatedNotice } from './type-file.ts';
import { validatorCode } from './validator-code.ts';

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
    'validators/json': validatorCode(ofJson, contracts, {}),
    'validators/text': validatorCode(ofText, contracts, { coerceTypes: true, useDefaults: true }),
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

const virtualModules = (modules: Record<string, string>, root: string): Plugin => ({
  name: 'virtual-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^validators(\/|$)/ }, ({ path }) => ({ path, namespace: 'validators' }));
    onLoad({ filter: /.*/, namespace: 'validators' }, ({ path }) => ({ contents: modules[path] ?? '', resolveDir: root }));
  },
});
