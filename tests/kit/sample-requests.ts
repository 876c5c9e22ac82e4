import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Contracts, readContracts } from '../../contracts/contracts.ts';
import { openApiId } from '../../contracts/documents.ts';
import { dereference } from '../../contracts/reference.ts';
import { type Operation, parametersSchema } from '../../contracts/rest/openapi.ts';
import type { Placed, Schema } from '../../contracts/schema.ts';
import type { Operations } from '../../generated/rest/operations.ts';
import { routes } from '../../generated/rest/routes.ts';

export const contracts: Contracts = readContracts(join(import.meta.dirname, '../..'));
const { operations, documents } = contracts;

export type ContractOperation = Operation & { key: keyof Operations };

const isGenerated = (operation: Operation): operation is ContractOperation =>
  routes.some(({ method, path }) => operation.key === `${method} ${path}`);

/** Every operation of the contract. Tests of a whole class find its members here. */
export const contractOperations: readonly ContractOperation[] = operations.filter(isGenerated);

/** Whether an operation takes a token, also one that may come without: that one checks it by itself. */
export const takesToken = ({ secured, checksToken }: ContractOperation): boolean => secured || checksToken;

/** Whether a problem is among those that an operation answers beyond the standard ones. */
export const listsProblem = ({ path, method }: ContractOperation, slug: string): boolean =>
  contracts.openApi.paths[path]?.[method.toLowerCase()]?.['x-problems']?.includes(slug) ?? false;

/** The headers without which an operation answers nothing else: a new Idempotency-Key, and an If-Match that accepts every version. */
export const requiredHeaders = ({ idempotent, parameters }: ContractOperation): Record<string, string> => ({
  ...(idempotent && { 'idempotency-key': randomUUID() }),
  ...(parameters.some(({ name, required }) => name === 'If-Match' && required === true) && { 'if-match': '*' }),
});

export type SampleRequest = { params: Record<string, string>; query: Record<string, string>; body: unknown };

/** A UUID whose upper case differs from it. */
export const sampleId = '01980000-0000-7000-8000-00000000abcd';

/** A request that the contract accepts: its example as the body, and the parameters that must be there. */
export function sampleRequest(operation: Operation): SampleRequest {
  const { signedBody, body = signedBody } = operation;
  const wanted = signedBody ?? body;
  return {
    params: sampleParameters(parametersSchema(operation, 'path')),
    query: sampleParameters(parametersSchema(operation, 'query'), operation.exactlyOneOf.slice(0, 1)),
    body: wanted === undefined ? undefined : structuredClone(resolved({ schema: wanted, base: openApiId }).schema.examples?.[0]),
  };
}

function sampleParameters({ required = [], properties = {} }: Schema, also: readonly string[] = []): Record<string, string> {
  return Object.fromEntries([...required, ...also].map((name) => [name, sampleText(properties[name])]));
}

function sampleText(schema: Schema | undefined): string {
  const { format, enum: [first] = [], examples = [] } = schema === undefined ? {} : resolved({ schema, base: openApiId }).schema;
  return String(examples[0] ?? first ?? (format === 'uuid' ? sampleId : 'sample-00000001'));
}

/** A text inside a request: the path to it, its schema, and the alternatives that exclude it. */
export type TextPlace = { path: readonly string[]; schema: Schema; excludes: readonly (readonly string[])[] };

/** Every text that a parameter of this place can hold. */
export const parameterTexts = (operation: Operation, place: 'path' | 'query'): TextPlace[] =>
  textsIn({ schema: parametersSchema(operation, place), base: openApiId });

/** Every text that the body can hold; of a signed one, also what is only checked after its signature. */
export const bodyTexts = ({ body, signedBody }: Operation): TextPlace[] =>
  [signedBody ?? body].flatMap((schema) => (schema === undefined ? [] : textsIn({ schema, base: openApiId })));

function textsIn(placed: Placed, path: readonly string[] = [], excludes: TextPlace['excludes'] = []): TextPlace[] {
  const { schema, base } = resolved(placed);
  const below = (inner: Schema, name: string, others: TextPlace['excludes'] = []) =>
    textsIn({ schema: inner, base }, [...path, name], [...excludes, ...others]);
  const alternatives = (schema.oneOf ?? []).flatMap(({ required = [] }) => required);
  const texts = [
    ...(schema.type === 'string' ? [{ path, schema, excludes }] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const others = alternatives.includes(name) ? alternatives.filter((other) => other !== name) : [];
      return below(
        property,
        name,
        others.map((other) => [...path, other]),
      );
    }),
    ...(schema.items === undefined ? [] : below(schema.items, '0')),
    ...[...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((part) => textsIn({ schema: part, base }, path, excludes)),
  ];
  return [...new Map(texts.map((text) => [text.path.join('/'), text])).values()];
}

function resolved({ schema, base }: Placed): Placed {
  return schema.$ref === undefined ? { schema, base } : resolved(dereference(schema.$ref, base, documents));
}

/** The value with another text at a place, without the alternatives that exclude it. What the path leads through is made. */
export function withText<Value>(value: Value, { path, excludes }: Pick<TextPlace, 'path' | 'excludes'>, text: string): Value {
  const changed = structuredClone(value);
  for (const excluded of excludes) {
    const parent = containerAt(changed, excluded.slice(0, -1));
    if (parent !== undefined) delete parent[excluded.at(-1) ?? ''];
  }
  const parent = containerAt(changed, path.slice(0, -1));
  if (parent === undefined) throw new Error(`the sample has nothing at /${path.slice(0, -1).join('/')}: add it to the example`);
  parent[path.at(-1) ?? ''] = text;
  return changed;
}

const containerAt = (value: unknown, path: readonly string[]): Record<string, unknown> | undefined =>
  path.reduce<Record<string, unknown> | undefined>((node, name) => container(node?.[name]), container(value));

const container = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? Object(value) : undefined;

/** Whether a text is an id, which may come in upper or lower case. */
export const isId = ({ schema }: TextPlace): boolean => schema.format === 'uuid';

/** Texts that no system behind the edge has to cope with. */
export const illFormedTexts = { 'a lone surrogate': 'a\uD83E', NUL: 'a\0', 'U+FFFE': 'a\uFFFE', 'U+FFFF': 'a\uFFFF' } as const;
