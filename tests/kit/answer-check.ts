import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { idRoot, openApiId, readContracts } from '../../contracts/contracts.ts';

const contracts = readContracts(join(import.meta.dirname, '../..'));

/** Every operation of openapi.yaml, such as `POST /orders`. */
export const operationKeys = contracts.operations.map(({ key }) => key);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formatsModule.default(ajv);
ajv.addFormat('password', true);
for (const [id, document] of contracts.documents) ajv.addSchema({ ...document, $id: id }, id);

export type ReceivedAnswer = { status: number; contentType: string | undefined; text: string };

/** What in an answer is not as openapi.yaml describes it; nothing when all is. */
export function contractBreaches(operation: string, { status, contentType, text }: ReceivedAnswer): string[] {
  const [method = '', path = ''] = operation.split(' ');
  const described = contracts.openApi.paths[path]?.[method.toLowerCase()]?.responses;
  if (described === undefined) return [`${operation} is not in openapi.yaml`];
  const listed = described[status];
  if (listed === undefined) return [`${operation} answers ${status}, which openapi.yaml does not list: ${text.slice(0, 300)}`];
  const content = '$ref' in listed ? contracts.openApi.components.responses[lastPart(listed.$ref)]?.content : listed.content;
  const [mediaType] = Object.keys(content ?? {});
  if (mediaType === undefined) return text === '' ? [] : [`${operation} ${status} has a body, openapi.yaml describes none`];
  if (contentType?.split(';')[0] !== mediaType)
    return [`${operation} ${status} is ${contentType}, openapi.yaml says ${mediaType}`];
  const place = '$ref' in listed ? listed.$ref : `#/paths/${pointerPart(path)}/${method.toLowerCase()}/responses/${status}`;
  return bodyBreaches(`${place}/content/${pointerPart(mediaType)}/schema`, text).map(
    (breach) => `${operation} ${status}: ${breach}`,
  );
}

function bodyBreaches(place: string, text: string): string[] {
  const validate = ajv.getSchema(`${openApiId}${place}`);
  if (validate === undefined) throw new Error(`openapi.yaml has no schema at ${place}`);
  const body = parsed(text);
  if (body === undefined) return [`the body is not JSON: ${text.slice(0, 300)}`];
  if (validate(body) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

const lastPart = (ref: string) => ref.split('/').at(-1) ?? '';
const pointerPart = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The schema of an event's data and of its envelope, from the contracts: what is wrong with an event, nothing when all is. */
export function eventBreaches(event: { detailType: unknown; eventData?: unknown }): string[] {
  const contract = contracts.events.find(({ wireName }) => wireName === event.detailType);
  if (contract === undefined) return [`${String(event.detailType)} has no schema`];
  const envelope = ajv.getSchema(`${idRoot}events-schemas/domain-event.json`);
  const data = ajv.getSchema(contract.base);
  const complaints = [
    envelope?.(event) ? [] : (envelope?.errors ?? []),
    data?.(event.eventData) ? [] : (data?.errors ?? []),
  ].flat();
  return complaints.map(({ instancePath, message }) => `${contract.wireName}: ${instancePath || '/'} ${message}`);
}
