import type { Schema } from '../../contracts/schema.ts';
import type { Received, Sent } from '../kit/rest-request.ts';
import { type ContractOperation, contractOperations } from '../kit/sample-requests.ts';
import { type MemoryApi, whyNotInMemory } from './memory-api.ts';
import type { Recorded } from './recorded-requests.ts';

/** Where what a request wrote can be read: a response and the schema that the contract gives it. */
export type ReadBack = { key: string; schema: Schema; read: (api: MemoryApi, made: Received) => Promise<Received> };

/**
 * The response of the request itself, that of the route which its Location names, and that of the GET of the same path. One whose
 * Lambda is not in memory is left out.
 */
export function readBacks({ operation, sent, received }: Recorded): ReadBack[] {
  const success = operation.answers.find(({ status }) => status === received.status);
  const own: ReadBack[] =
    success?.body === undefined ? [] : [{ key: operation.key, schema: success.body, read: async (_, made) => made }];
  return [...own, ...readers(operation).map(({ reader, schema }) => readerOf(reader, schema, operation, sent))];
}

/** The routes that read what an operation wrote, with the schema of their answer. */
export function readers(operation: ContractOperation): { reader: ContractOperation; schema: Schema }[] {
  const reading = [operation.location, `GET ${operation.path}`].flatMap((key) =>
    contractOperations.filter((one) => one.key === key && one.method === 'GET' && whyNotInMemory(one) === undefined),
  );
  return reading.flatMap((reader) => {
    const schema = reader.answers[0]?.body;
    return schema === undefined ? [] : [{ reader, schema }];
  });
}

const readerOf = (reader: ContractOperation, schema: Schema, operation: ContractOperation, sent: Sent): ReadBack => ({
  key: reader.key,
  schema,
  read: async (api, made) => {
    const params = paramsOf(reader, operation, sent.params ?? {}, made);
    return api.send(reader, { params, ...(sent.caller && { caller: sent.caller }) });
  },
});

/** The parameters of the route that the Location of a response leads to, relative to the request's path; or the request's own. */
function paramsOf(
  reader: ContractOperation,
  { path, location }: ContractOperation,
  params: Record<string, string>,
  { headers }: Received,
): Record<string, string> {
  if (reader.key !== location) return params;
  const asked = new URL(filledIn(path, params), 'http://api.test/api/v1/');
  const { pathname } = new URL(headers.Location ?? '', asked);
  const template = new URL(reader.path.slice(1), 'http://api.test/api/v1/').pathname;
  const names = [...decodeURIComponent(template).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${decodeURIComponent(template).replace(/\{\w+\}/g, '([^/]+)')}$`);
  const values = pattern.exec(pathname)?.slice(1);
  if (values === undefined) throw new Error(`${headers.Location} is not ${reader.key}`);
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

const filledIn = (path: string, params: Record<string, string>) =>
  path.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
