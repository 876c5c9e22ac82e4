import { type Contracts, openApiId, sharedId } from './contracts.ts';
import { type Operation, parametersSchema } from './openapi.ts';
import type { Placed, Schema } from './schema.ts';
import { generatedNotice, type TypeFile, typeFile } from './type-file.ts';
import { validatorFile } from './validator-file.ts';

/** generated/rest, by API Lambda: its table of operations, their types and their validators. */
export async function restFiles(contracts: Contracts, root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [lambda, operations = []] of Object.entries(Object.groupBy(contracts.operations, lambdaOf))) {
    files.set(`generated/rest/${lambda}.ts`, lambdaFile(lambda, operations, contracts));
    files.set(`generated/rest/${lambda}-validators.mjs`, await validators(operations, contracts, root));
    files.set(`generated/rest/${lambda}-validators.d.mts`, validatorTypes(lambda, operations));
  }
  return files;
}

/** `auth` for functions/auth/rest.ts, `auth-twins` for functions/auth/twins.ts. */
const lambdaOf = ({ domain, entry }: Operation) => (entry === 'rest' ? domain : `${domain}-${entry}`);

function lambdaFile(lambda: string, operations: readonly Operation[], { envelope, documents }: Contracts): string {
  const file = typeFile(documents, { [sharedId]: '../shared.ts', [envelope.base]: '../events/types.ts' });
  const typesName = typesNameOf(lambda);
  const types = operations.map((operation) => operationTypes(operation, file));
  return `${generatedNotice}import * as validators from './${lambda}-validators.mjs';
${file.text()}
/** What each route takes and answers. */
export type ${typesName} = {
${types.join('')}};

/** What the contract says of each route. */
export const ${uncapitalised(typesName)} = {
${operations.map(operationEntry).join('')}} as const;
`;
}

function operationTypes(operation: Operation, file: TypeFile): string {
  const typeOf = (schema: Placed['schema']) => file.typeOf({ schema, base: openApiId }).replaceAll('\n', '\n    ');
  const body = operation.body === undefined ? 'undefined' : typeOf(operation.body);
  const answers = new Set(operation.answers.map(typeOf));
  return `  '${operation.key}': {
    params: ${typeOf(parametersSchema(operation, 'path'))};
    query: ${typeOf(parametersSchema(operation, 'query'))};
    body: ${body};
${operation.signedBody === undefined ? '' : `    signedBody: ${typeOf(operation.signedBody)};\n`}    secured: ${operation.secured};
    answer: ${[...answers].join(' | ') || 'undefined'};
  };
`;
}

const operationEntry = ({ key, id, permission, secured, idempotent, body }: Operation) => `  '${key}': {
    permission: ${permission === undefined ? 'undefined' : `'${permission}'`},
    secured: ${secured},
    idempotent: ${idempotent},
    validateParams: validators.${id}Params,
    validateQuery: validators.${id}Query,
    validateBody: ${body === undefined ? 'undefined' : `validators.${id}Body`},
  },
`;

function validators(operations: readonly Operation[], contracts: Contracts, root: string): Promise<string> {
  const all = operations.flatMap((operation): [string, Placed & { ofText?: boolean }][] => [
    [`${operation.id}Params`, { schema: parametersSchema(operation, 'path'), base: openApiId, ofText: true }],
    [`${operation.id}Query`, { schema: parametersSchema(operation, 'query'), base: openApiId, ofText: true }],
    ...bodies(operation).map(([part, schema]): [string, Placed] => [
      `${operation.id}${capitalised(part)}`,
      { schema, base: openApiId },
    ]),
  ]);
  return validatorFile({ validators: new Map(all), entry: "export * from 'validators';" }, contracts, root);
}

/** What is known of an operation's body: by the handler, and by the route once it has verified who sent it. */
function bodies({ body, signedBody }: Operation): [string, Schema][] {
  return Object.entries({ ...(body && { body }), ...(signedBody && { signedBody }) });
}

function validatorTypes(lambda: string, operations: readonly Operation[]): string {
  const typesName = typesNameOf(lambda);
  const declarations = operations.flatMap((operation) =>
    ['params', 'query', ...bodies(operation).map(([part]) => part)].map(
      (part) =>
        `export declare const ${operation.id}${capitalised(part)}: Validator<${typesName}['${operation.key}']['${part}']>;\n`,
    ),
  );
  return `${generatedNotice}import type { Validator } from '../validator.ts';
import type { ${typesName} } from './${lambda}.ts';

${declarations.join('')}`;
}

const typesNameOf = (lambda: string) => `${lambda.split('-').map(capitalised).join('')}Operations`;
const uncapitalised = (word: string) => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
