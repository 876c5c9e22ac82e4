import type { Contracts } from './contracts.ts';
import { generatedNotice, typeFile } from './types/type-file.ts';
import { eventTypes, typeModules } from './types/type-homes.ts';
import type { Validated } from './validators/validator-modules.ts';

export const eventValidatorsModule = 'generated/events/validators.ts';

/** generated/events: the types and the catalogue of all events, by wire name. */
export function eventFiles(contracts: Contracts): Map<string, string> {
  return new Map([
    [eventTypes, types(contracts)],
    ['generated/events/catalogue.ts', catalogue(contracts)],
  ]);
}

/** The schemas whose validators `generated/events/validators.ts` holds. */
export const validatedEvents = ({ envelope, events }: Contracts): Validated[] =>
  [envelope, ...events].map(({ schema, base }) => ({ schema: { $ref: base }, base, name: schema.title ?? base }));

/** What follows the validators in their module: the validator of each event's data, by its wire name. */
export function eventValidators({ events }: Contracts): string {
  return `
import type { EventDataByType, EventType } from './types.ts';

/** Checks the data of an event, by the event's wire name. */
export const eventValidators: { readonly [Type in EventType]: Validator<EventDataByType[Type]> } = {
${events.map(({ wireName, typeName }) => `  '${wireName}': validate${typeName},\n`).join('')}};
`;
}
function types(contracts: Contracts): string {
  const { events, envelope } = contracts;
  const file = typeFile(contracts.documents, typeModules(contracts, eventTypes));
  file.declare({ ...envelope, name: 'DomainEvent' });
  for (const { typeName, schema, base } of events) file.declare({ schema, base, name: typeName });
  return `${generatedNotice}${file.text()}
/** The data of each event, by the event's wire name (its \`detail-type\`). */
export interface EventDataByType {
${events.map(({ wireName, typeName }) => `  '${wireName}': ${typeName};\n`).join('')}}

/** The wire name of an event. */
export type EventType = keyof EventDataByType;

/** The type name of each event (its \`eventType\`), by its wire name. */
export interface EventTypeNames {
${events.map(({ wireName, typeName }) => `  '${wireName}': '${typeName}';\n`).join('')}}

export type TypeNameOf<Type extends EventType> = EventTypeNames[Type];
`;
}
function catalogue({ events }: Contracts): string {
  const entries = events.map(
    ({ wireName, domain, typeName, version }) =>
      `  '${wireName}': { domain: '${domain}', typeName: '${typeName}', version: ${version} },\n`,
  );
  return `${generatedNotice}import type { EventType, TypeNameOf } from './types.ts';

/** Who publishes an event, the name of its type and the version of its schema. */
export const eventCatalogue = {
${entries.join('')}} as const satisfies { [Type in EventType]: { domain: string; typeName: TypeNameOf<Type>; version: number } };
`;
}
