import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { readContracts } from '../../contracts/contracts.ts';
import { idRoot } from '../../contracts/documents.ts';
import { keyedOperations, type OpenApi, type Reference, type Response } from '../../contracts/rest/openapi.ts';
import { problems, problemTypePrefix } from '../../generated/rest/problems.ts';

const root = join(import.meta.dirname, '../..');
/** The document that clients import into their tools. */
const openApi: OpenApi = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'));
const contracts = readContracts(root);

const operations = new Map(keyedOperations(openApi).map(({ key, operation }) => [key, operation]));
/** Every operation of the contract, such as `POST /orders`. */
export const operationKeys = [...operations.keys()];

const ajv = new Ajv2020({ strict: false, allErrors: true });
formatsModule.default(ajv);
ajv.addFormat('password', true);
for (const [id, document] of contracts.documents) ajv.addSchema({ ...document, $id: id }, id);
const documentId = `${idRoot}generated/openapi.json`;
ajv.addSchema({ ...openApi, $id: documentId }, documentId);

export type ReceivedAnswer = { status: number; headers: Headers; text: string };

/** What in a response differs from the contract; nothing if it is as described. */
export function contractBreaches(key: string, answer: ReceivedAnswer): string[] {
  const { status, text } = answer;
  const operation = operations.get(key);
  if (operation === undefined) return [`${key} is not in the contract`];
  const listed = operation.responses[status];
  if (listed === undefined) return [`${key} answers ${status}, which the contract does not list: ${text.slice(0, 300)}`];
  return responseBreaches(listed, answer).map((breach) => `${key} ${status}: ${breach}`);
}

/** The same for a problem that belongs to no operation, such as the one for an unknown path or method. */
export function problemBreaches(answer: ReceivedAnswer): string[] {
  const described = openApi.components.responses[`Problem${answer.status}`];
  if (described === undefined) return [`the contract describes no problem of status ${answer.status}`];
  return responseBreaches(described, answer);
}

function responseBreaches(listed: Response | Reference, answer: ReceivedAnswer): string[] {
  const { headers = {}, content = {} } = '$ref' in listed ? problemResponse(listed) : listed;
  return [...headerBreaches(headers, answer.headers), ...contentBreaches(content, answer)];
}

function contentBreaches(content: NonNullable<Response['content']>, { status, headers, text }: ReceivedAnswer): string[] {
  const [described] = Object.entries(content);
  if (described === undefined) return text === '' ? [] : ['it has a body, and the contract describes none'];
  const [mediaType, { schema }] = described;
  const received = headers.get('content-type')?.split(';')[0];
  if (received !== mediaType) return [`it is ${received}, and the contract says ${mediaType}`];
  const body = parsed(text);
  if (body === undefined) return [`the body is not JSON: ${text.slice(0, 300)}`];
  return [...schemaBreaches(schema, body), ...(status < 400 ? [] : slugBreaches(body, status))];
}

/** The type of a problem decides its status and its title. */
function slugBreaches(body: unknown, status: number): string[] {
  const { type, title }: Record<string, unknown> = Object(body);
  const [, kind] = Object.entries(problems).find(([slug]) => type === `${problemTypePrefix}${slug}`) ?? [];
  if (kind === undefined) return [`the contract does not list the problem ${type}`];
  return kind.status === status && kind.title === title ? [] : [`${type} has status ${kind.status} and title ${kind.title}`];
}

function headerBreaches(described: NonNullable<Response['headers']>, received: Headers): string[] {
  return Object.entries(described).flatMap(([name, { $ref }]) => {
    const header = openApi.components.headers[lastPart($ref)];
    if (header === undefined) return [`the contract has no ${$ref}`];
    const value = received.get(name);
    if (value === null) return header.required === true ? [`it has no ${name}`] : [];
    const typed = header.schema.type === 'integer' ? Number(value) : value;
    return schemaBreaches(header.schema, typed).map((breach) => `${name} ${breach}`);
  });
}

function schemaBreaches(schema: object, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(withWholeReferences(schema));
  compiled.set(schema, validate);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

const compiled = new Map<object, ReturnType<typeof ajv.compile>>();
const withWholeReferences = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === '$ref' ? `${documentId}${value}` : value));

const problemResponse = ({ $ref }: Reference): Response => {
  const response = openApi.components.responses[lastPart($ref)];
  if (response === undefined) throw new Error(`the contract has no ${$ref}`);
  return response;
};
const lastPart = (ref: string) => ref.split('/').at(-1) ?? '';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What in an event, as it travels, differs from the schemas of its envelope and its data; nothing if it is as described. */
export function eventBreaches(event: { detailType: unknown; eventVersion?: unknown; eventData?: unknown }): string[] {
  const contract = contracts.events.find(
    ({ wireName, version }) => wireName === event.detailType && version === (event.eventVersion ?? 1),
  );
  if (contract === undefined) return [`${String(event.detailType)} has no schema`];
  const envelope = ajv.getSchema(`${idRoot}events-schemas/domain-event.json`);
  const data = ajv.getSchema((contract.sensitive?.sealed ?? contract).base);
  const complaints = [
    envelope?.(event) ? [] : (envelope?.errors ?? []),
    data?.(event.eventData) ? [] : (data?.errors ?? []),
  ].flat();
  return complaints.map(({ instancePath, message }) => `${contract.name}: ${instancePath || '/'} ${message}`);
}
