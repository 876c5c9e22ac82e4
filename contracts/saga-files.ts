import { type Contracts, sharedId } from './contracts.ts';
import type { Placed } from './schema.ts';
import { generatedNotice, typeFile } from './type-file.ts';
import { validatorFile } from './validator-file.ts';

/** generated/saga: types and validators of what the state machine and its tasks are given. */
export async function sagaFiles(contracts: Contracts, root: string): Promise<Map<string, string>> {
  const inputs = contracts.saga.map((placed) => ({ ...placed, name: nameOf(placed) }));
  const file = typeFile(contracts.documents, { [sharedId]: '../shared.ts' });
  for (const input of inputs) file.declare(input);
  const entry = `import { ${inputs.map(({ name }) => name).join(', ')} } from 'validators';
${inputs.map(({ name }) => `export const validate${name} = ${name};\n`).join('')}`;
  const validators = await validatorFile(
    { validators: new Map(inputs.map((input) => [input.name, input])), entry },
    contracts,
    root,
  );
  return new Map([
    ['generated/saga/types.ts', `${generatedNotice}${file.text()}`],
    ['generated/saga/validators.mjs', validators],
    ['generated/saga/validators.d.mts', validatorTypes(inputs.map(({ name }) => name))],
  ]);
}

function nameOf({ schema, base }: Placed): string {
  if (schema.title === undefined) throw new Error(`${base}: it needs a title, which names its type`);
  return schema.title;
}

const validatorTypes = (names: readonly string[]) => `${generatedNotice}import type { Validator } from '../validator.ts';
import type { ${names.join(', ')} } from './types.ts';

${names.map((name) => `export declare const validate${name}: Validator<${name}>;\n`).join('')}`;
