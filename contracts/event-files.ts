import { type Contracts, sharedId } from './contracts.ts';
import { generatedNotice, typeFile } from './type-file.ts';
import { validatorFile } from './validator-file.ts';

/** generated/events: types, catalogue and validators of all events, by wire name. */
export async function eventFiles(contracts: Contracts, root: string): Promise<Map<string, string>> {
  return new Map([
    ['generated/events/types.ts', types(contracts)],
    ['generated/events/catalogue.ts', catalogue(contracts)],
    ['generated/events/validators.mjs', await validators(contracts, root)],
    ['generated/events/validators.d.mts', validatorTypes],
  ]);
}

function types({ events, envelope, documents }: Contracts): string {
  const file = typeFile(documents, { [sharedId]: '../shared.ts' });
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

function validators(contracts: Contracts, root: string): Promise<string> {
  const { events, envelope } = contracts;
  const names = events.map(({ typeName }) => typeName);
  const entry = `import { ${['DomainEvent', ...names].join(', ')} } from 'validators';
export const validateDomainEvent = DomainEvent;
export const eventValidators = {
${events.map(({ wireName, typeName }) => `  '${wireName}': ${typeName},\n`).join('')}};
`;
  return validatorFile(
    { validators: new Map([['DomainEvent', envelope], ...events.map((event) => [event.typeName, event] as const)]), entry },
    contracts,
    root,
  );
}

const validatorTypes = `${generatedNotice}import type { Validator } from '../validator.ts';
import type { DomainEvent, EventDataByType, EventType } from './types.ts';

/** Checks the envelope; \`eventData\` is checked by the validator of its type. */
export declare const validateDomainEvent: Validator<DomainEvent>;

/** Checks the data of an event, by its wire name. */
export declare const eventValidators: { readonly [Type in EventType]: Validator<EventDataByType[Type]> };
`;
