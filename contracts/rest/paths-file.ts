import type { Contracts } from '../contracts.ts';
import { type Documents, openApiId } from '../documents.ts';
import { dereference } from '../reference.ts';
import type { Schema } from '../schema.ts';
import { generatedNotice, type TypeFile, typeFile } from '../types/type-file.ts';
import { typeModules } from '../types/type-homes.ts';
import { type Operation, parametersSchema } from './openapi.ts';

const pathsFile = 'generated/rest/paths.ts';

/** generated/rest/paths.ts: the routes as the typed client wants them (`openapi-fetch`), and those that take an Idempotency-Key. */
export function pathsFiles(contracts: Contracts): Map<string, string> {
  const file = typeFile(contracts.documents, typeModules(contracts, pathsFile));
  const paths = [...Map.groupBy(contracts.operations, ({ path }) => path)].map(
    ([path, operations]) =>
      `  '${path}': {\n${operations.map((operation) => methodText(operation, file, contracts.documents)).join('')}  };\n`,
  );
  const problem = file.typeOf({ schema: { $ref: '#/components/schemas/Problem' }, base: openApiId });
  const idempotent = contracts.operations.filter(({ idempotent }) => idempotent).map(({ key }) => `  '${key}',\n`);
  const text = `${generatedNotice}${file.text()}
/** Why a request was refused (RFC 9457). */
type Refusal = { content: { 'application/problem+json': ${problem} } };

/** What may be left out because it has a default. */
export type Defaulted<Sent, Fields extends keyof Sent> = Omit<Sent, Fields> & Partial<Pick<Sent, Fields>>;

/** What each route takes and answers, by path and method. */
export type Paths = {
${paths.join('')}};

/** The routes that take an Idempotency-Key: sent again with the same key, they do nothing twice. */
export const idempotentRoutes: ReadonlySet<string> = new Set([
${idempotent.join('')}]);
`;
  return new Map([[pathsFile, text]]);
}

function methodText(operation: Operation, file: TypeFile, documents: Documents): string {
  const typeOf = (schema: Schema, indent: string) => file.typeOf({ schema, base: openApiId }).replaceAll('\n', `\n${indent}`);
  const parameters = (place: 'path' | 'query') => {
    const schema = withoutDefaults(parametersSchema(operation, place));
    if (Object.keys(schema.properties ?? {}).length === 0) return `        ${place}?: never;\n`;
    const optional = (schema.required ?? []).length === 0 && operation.exactlyOneOf.length === 0 ? '?' : '';
    return `        ${place}${optional}: ${typeOf(schema, '        ')};\n`;
  };
  const body =
    operation.body === undefined
      ? ''
      : `      requestBody: { content: { 'application/json': ${sentText(operation.body, typeOf(operation.body, '      '), documents)} } };\n`;
  const answers = operation.answers.map(({ status, body: answer }) => {
    const content = answer === undefined ? 'content?: never' : `content: { 'application/json': ${typeOf(answer, '        ')} }`;
    return `        ${status}: { ${content} };\n`;
  });
  const problems = [...new Set(operation.problems)].map((status) => `        ${status}: Refusal;\n`);
  return `    ${operation.method.toLowerCase()}: {
      parameters: {
${parameters('path')}${parameters('query')}      };
${body}      responses: {
${answers.join('')}${problems.join('')}      };
    };
`;
}

/** The server gets every parameter that has a default; a caller may leave it out. */
const withoutDefaults = (schema: Schema): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, { default: _, ...property }]) => [name, property]),
  ),
});

/** The type of a body as a caller sends it. */
function sentText(schema: Schema, type: string, documents: Documents): string {
  const { properties = {} } = schema.$ref === undefined ? schema : dereference(schema.$ref, openApiId, documents).schema;
  const fields = Object.entries(properties).flatMap(([name, property]) => (property.default === undefined ? [] : [`'${name}'`]));
  return fields.length === 0 ? type : `Defaulted<${type}, ${fields.join(' | ')}>`;
}
