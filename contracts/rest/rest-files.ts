import type { Contracts } from '../contracts.ts';
import { openApiId } from '../documents.ts';
import type { Placed, Schema } from '../schema.ts';
import { generatedNotice, type TypeFile, typeFile } from '../types/type-file.ts';
import { restTypes, specifier, typeModules } from '../types/type-homes.ts';
import { isNamed } from '../types/type-text.ts';
import type { Validated, ValidatorModules } from '../validators/validator-modules.ts';
import { type Operation, parametersSchema } from './openapi.ts';
import { relativeReference } from './relative-reference.ts';

const operationTypesFile = 'generated/rest/operations.ts';

/** generated/rest: the types of the API, the types of its operations by route, and one table of operations for each API Lambda. */
export function restFiles(contracts: Contracts, { placeOf }: ValidatorModules): Map<string, string> {
  return new Map([
    [restTypes, types(contracts)],
    [operationTypesFile, operationTypes(contracts)],
    ...byLambda(contracts).map(([lambda, operations]): [string, string] => [
      `generated/rest/${lambda}.ts`,
      table(lambda, operations, placeOf),
    ]),
  ]);
}

/** The schemas of what requests bring, by the module of the Lambda that validates them. */
export function validatedRequests(contracts: Contracts): Map<string, Validated[]> {
  return new Map(
    byLambda(contracts).map(([lambda, operations]) => [
      `generated/validators/${lambda}.ts`,
      operations.flatMap((operation) => [
        parameters(operation, 'path'),
        parameters(operation, 'query'),
        ...bodiesOf(operation).map((schema) => ({ schema, base: openApiId, name: `${operation.id}Body` })),
      ]),
    ]),
  );
}

const byLambda = ({ operations }: Contracts): [string, Operation[]][] => [...Map.groupBy(operations, lambdaOf)];

/** `auth` for functions/auth/rest.ts, `auth-twins` for functions/auth/twins.ts. */
const lambdaOf = ({ domain, entry }: Operation) => (entry === 'rest' ? domain : `${domain}-${entry}`);

/** Both what the edge validates and what a route validates once it has verified the sender's signature. */
const bodiesOf = ({ body, signedBody }: Operation): Schema[] => [body, signedBody].filter((schema) => schema !== undefined);

/** Operations with the same parameters share a validator, which is named for the parameters. */
function parameters(operation: Operation, place: 'path' | 'query'): Validated {
  const schema = parametersSchema(operation, place);
  const names = Object.keys(schema.properties ?? {}).map(capitalised);
  return { schema, base: openApiId, name: `${names.join('') || 'no'}${place === 'path' ? 'Params' : 'Query'}` };
}

function types(contracts: Contracts): string {
  const file = typeFile(contracts.documents, typeModules(contracts, restTypes));
  for (const [name, schema] of Object.entries(contracts.openApi.components.schemas)) {
    if (isNamed(schema)) file.declare({ schema, base: openApiId, name });
  }
  return `${generatedNotice}${file.text()}`;
}

function operationTypes(contracts: Contracts): string {
  const file = typeFile(contracts.documents, typeModules(contracts, operationTypesFile));
  const entries = contracts.operations.map((operation) => operationType(operation, file));
  return `${generatedNotice}${file.text()}
/** What each route takes and answers. \`answers\` has the body of each successful status, \`problems\` the other statuses. */
export type Operations = {
${entries.join('')}};
`;
}

function operationType(operation: Operation, file: TypeFile): string {
  const typeOf = (schema: Schema | undefined, indent = '    ') =>
    schema === undefined ? 'undefined' : file.typeOf({ schema, base: openApiId }).replaceAll('\n', `\n${indent}`);
  const answers = operation.answers.map(({ status, body }) => `      ${status}: ${typeOf(body, '      ')};\n`);
  return `  '${operation.key}': {
    params: ${typeOf(parametersSchema(operation, 'path'))};
    query: ${typeOf(parametersSchema(operation, 'query'))};
    body: ${typeOf(operation.body)};
${operation.signedBody === undefined ? '' : `    signedBody: ${typeOf(operation.signedBody)};\n`}    secured: ${operation.secured};
    idempotent: ${operation.idempotent};
    answers: {
${answers.join('')}    };
    problems: ${operation.problems.join(' | ') || 'never'};
  };
`;
}

function table(lambda: string, operations: readonly Operation[], placeOf: ValidatorModules['placeOf']): string {
  const file = `generated/rest/${lambda}.ts`;
  const imports = new Map<string, Set<string>>();
  const validatorOf = (schema: Placed | undefined) => {
    if (schema === undefined) return 'undefined';
    const { module, name } = placeOf(schema);
    imports.set(module, (imports.get(module) ?? new Set()).add(name));
    return name;
  };
  const entries = operations.map((operation) => {
    const { key, id, path, permission, secured, idempotent, shop, location, body, answers } = operation;
    return `  ${id}: {
    route: '${key}',
    permission: ${permission === undefined ? 'undefined' : `'${permission}'`},
    secured: ${secured},
    idempotent: ${idempotent},
    shop: ${shop},
    location: ${location === undefined ? 'undefined' : `'${relativeReference(path, location.slice('GET '.length))}'`},
    success: ${answers[0]?.status},
    validateParams: ${validatorOf(parameters(operation, 'path'))},
    validateQuery: ${validatorOf(parameters(operation, 'query'))},
    validateBody: ${validatorOf(body && { schema: body, base: openApiId })},
  },
`;
  });
  const importLines = [...imports]
    .sort()
    .map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${specifier(file, module)}';\n`);
  return `${generatedNotice}${importLines.join('')}
/**
 * What the contract says about each operation. \`shop\`: it changes or reads what belongs to one shop. \`location\`: the relative
 * reference of a 201, to be filled in from the path and the response. \`success\`: the lowest successful status.
 */
export const ${uncapitalised(lambda.split('-').map(capitalised).join(''))}Operations = {
${entries.join('')}} as const;
`;
}

const uncapitalised = (word: string) => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
