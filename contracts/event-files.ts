import type { Contracts } from './contracts.ts';
import type { Placed } from './schema.ts';
import { generatedNotice, typeFile } from './types/type-file.ts';
import { eventTypes, typeModules } from './types/type-homes.ts';
import type { Validated } from './validators/validator-modules.ts';

export const eventValidatorsModule = 'generated/events/validators.ts';

/** generated/events: the types and the catalogue of all events, by name. */
export function eventFiles(contracts: Contracts): Map<string, string> {
  return new Map([
    [eventTypes, types(contracts)],
    ['generated/events/catalogue.ts', catalogue(contracts)],
    ['generated/events/sensitive-fields.ts', sensitiveFields(contracts)],
  ]);
}

/** The schemas whose validators `generated/events/validators.ts` holds. */
export const validatedEvents = (contracts: Contracts): Validated[] =>
  eventSchemas(contracts).map(({ schema, base }) => ({ schema: { $ref: base }, base, name: schema.title ?? base }));

/** The schemas of the envelope and of all events, and those that follow for events with sensitive fields. */
export const eventSchemas = ({ envelope, events }: Contracts): Placed[] => [
  envelope,
  ...events.flatMap(({ sensitive, ...event }) => [event, ...(sensitive ? [sensitive.sealed, sensitive.received] : [])]),
];

/** What follows the validators in their module: the validator of each event's data, by the event's name. */
export function eventValidators({ events }: Contracts): string {
  const sensitive = events.filter((event) => event.sensitive !== undefined);
  return `
import type { EventDataByType, EventType, ReceivedDataByType } from './types.ts';

/** Checks the data of an event as its domain publishes it, before it is sealed, by the event's name. */
export const eventValidators: { readonly [Type in EventType]: Validator<EventDataByType[Type]> } = {
${events.map(({ name, title }) => `  '${name}': validate${title},\n`).join('')}};

/** Checks the data of an event as it travels, with its sensitive fields sealed or absent. */
export const sealedValidators: { readonly [Type in EventType]: Validator<object> } = {
  ...eventValidators,
${sensitive.map(({ name, title }) => `  '${name}': validateSealed${title},\n`).join('')}};

/** Checks the data of an event after a consumer opened it. */
export const receivedValidators: { readonly [Type in EventType]: Validator<ReceivedDataByType[Type]> } = {
  ...eventValidators,
${sensitive.map(({ name, title }) => `  '${name}': validateReceived${title},\n`).join('')}};
`;
}

function types(contracts: Contracts): string {
  const { events, envelope } = contracts;
  const file = typeFile(contracts.documents, typeModules(contracts, eventTypes));
  file.declare({ ...envelope, name: 'DomainEvent' });
  for (const { title, schema, base, sensitive } of events) {
    file.declare({ schema, base, name: title });
    if (sensitive !== undefined) file.declare({ ...sensitive.received, name: `Received${title}` });
  }
  return `${generatedNotice}${file.text()}
/** The data of each event as its domain publishes it, by the event's name. */
export interface EventDataByType {
${events.map(({ name, title }) => `  '${name}': ${title};\n`).join('')}}

/**
 * The data of each event as a consumer gets it, by the event's name. Sensitive fields are absent where the consumer may not open
 * them, and once the person was erased.
 */
export interface ReceivedDataByType {
${events.map(({ name, title, sensitive }) => `  '${name}': ${sensitive ? 'Received' : ''}${title};\n`).join('')}}

/** The name of an event: its wire name (its \`detail-type\`), and \`.v<N>\` from version 2 on. */
export type EventType = keyof EventDataByType;

/** The type name of each event (its \`eventType\`), by its name. */
export interface EventTypeNames {
${events.map(({ name, typeName }) => `  '${name}': '${typeName}';\n`).join('')}}

export type TypeNameOf<Type extends EventType> = EventTypeNames[Type];
`;
}

function sensitiveFields({ events }: Contracts): string {
  const entries = events.flatMap(({ name, sensitive }) => {
    if (sensitive === undefined) return [];
    const paths = sensitive.paths.map((path) => `'${path}'`).join(', ');
    return [`  '${name}': { owner: '${sensitive.owner}', paths: [${paths}] },\n`];
  });
  return `${generatedNotice}import type { EventType } from './types.ts';

/**
 * The sensitive fields of events, by the event's name. \`owner\` is the field with the id of the person whom they belong to. In a
 * path, \`*\` stands for every item of a list.
 */
export const sensitiveFields: { readonly [Type in EventType]?: { owner: string; paths: readonly string[] } } = {
${entries.join('')}};
`;
}

function catalogue({ events }: Contracts): string {
  const entries = events.map(
    ({ name, wireName, domain, typeName, version }) =>
      `  '${name}': { detailType: '${wireName}', domain: '${domain}', typeName: '${typeName}', version: ${version} },\n`,
  );
  return `${generatedNotice}import type { EventType, TypeNameOf } from './types.ts';

type Entry<Type extends EventType> = { detailType: string; domain: string; typeName: TypeNameOf<Type>; version: number };

/** The wire name of an event, who publishes it, the name of its type and the version of its schema. */
export const eventCatalogue = {
${entries.join('')}} as const satisfies { [Type in EventType]: Entry<Type> };
`;
}
