import type { Contracts } from './contracts.ts';
import { generatedNotice, typeFile } from './types/type-file.ts';
import { eventTypes, typeModules } from './types/type-homes.ts';
import type { Validated } from './validators/validator-modules.ts';

export const eventValidatorsModule = 'generated/events/validators.ts';

/** generated/events: the types and the catalogue of all events, by name. */
export function eventFiles(contracts: Contracts): Map<string, string> {
  return new Map([
    [eventTypes, types(contracts)],
    ['generated/events/catalogue.ts', catalogue(contracts)],
  ]);
}

/** The schemas whose validators `generated/events/validators.ts` holds. */
export const validatedEvents = ({ envelope, events }: Contracts): Validated[] =>
  [envelope, ...events].map(({ schema, base }) => ({ schema: { $ref: base }, base, name: schema.title ?? base }));

/** What follows the validators in their module: the validator of each event's data, by the event's name. */
export function eventValidators({ events }: Contracts): string {
  return `
import type { EventDataByType, EventType } from './types.ts';

/** Checks the data of an event, by the event's name. */
export const eventValidators: { readonly [Type in EventType]: Validator<EventDataByType[Type]> } = {
${events.map(({ name, title }) => `  '${name}': validate${title},\n`).join('')}};
`;
}
function types(contracts: Contracts): string {
  const { events, envelope } = contracts;
  const file = typeFile(contracts.documents, typeModules(contracts, eventTypes));
  file.declare({ ...envelope, name: 'DomainEvent' });
  for (const { title, schema, base } of events) file.declare({ schema, base, name: title });
  return `${generatedNotice}${file.text()}
/** The data of each event, by the event's name. */
export interface EventDataByType {
${events.map(({ name, title }) => `  '${name}': ${title};\n`).join('')}}

/** The name of an event: its wire name (its \`detail-type\`), and \`.v<N>\` from version 2 on. */
export type EventType = keyof EventDataByType;

/** The type name of each event (its \`eventType\`), by its name. */
export interface EventTypeNames {
${events.map(({ name, typeName }) => `  '${name}': '${typeName}';\n`).join('')}}

export type TypeNameOf<Type extends EventType> = EventTypeNames[Type];
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
