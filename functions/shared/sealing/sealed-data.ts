import { sensitiveFields } from '../../../generated/events/sensitive-fields.ts';
import type { EventType } from '../../../generated/events/types.ts';
import { PermanentFault } from '../faults.ts';
import { objectOf } from '../input/json-object.ts';
import type { Person } from './person-key-table.ts';
import { keyIdOf, keyToOpen, keyToSeal } from './person-keys.ts';
import { checkHeader, type FieldPlace, openField, sealField } from './sealed-field.ts';
import { type SensitivePlace, sensitivePlaces, withSensitivePlaces } from './sensitive-places.ts';

/** The data of one event, as the kernel seals and opens it. */
export type EventToSeal = { type: EventType; eventId: string; organizationId: string; data: object };

/**
 * The data of an event as it may leave the process: each sensitive field as a JWE under the key of the person it belongs to. Of a
 * person who was erased, the fields are left out.
 * @throws {PermanentFault} when a field belongs to nobody
 */
export async function sealed(event: EventToSeal): Promise<object> {
  const found = placesIn(event);
  if (found.length === 0) return event.data;
  const person = ownerOf(event);
  const key = await keyToSeal(person);
  if (key === 'erased') return withoutSensitive(event);
  return replaced(event, found, ({ pointer, value }) => sealField(value, fieldPlace(event, person, pointer), key));
}

/**
 * The data of an event with its fields opened. Of a person who was erased, the fields are left out.
 * @throws {PermanentFault} when a field was sealed for another person, event or field, otherwise than we seal, or was changed
 */
export async function opened(event: EventToSeal): Promise<object> {
  const found = placesIn(event);
  if (found.length === 0) return event.data;
  const person = ownerOf(event);
  // Before anything is asked: what is malformed stays so.
  for (const { pointer, value } of found) checkHeader(String(value), fieldPlace(event, person, pointer));
  const key = await keyToOpen(person);
  if (key === 'erased') return withoutSensitive(event);
  return replaced(event, found, ({ pointer, value }) => openField(String(value), fieldPlace(event, person, pointer), key));
}

/** The data for those who may not open it. */
export const withoutSensitive = ({ type, data }: Pick<EventToSeal, 'type' | 'data'>): object =>
  withSensitivePlaces(data, pathsOf(type), () => undefined);

const pathsOf = (type: EventType): readonly string[] => sensitiveFields[type]?.paths ?? [];
const placesIn = ({ type, data }: EventToSeal): SensitivePlace[] => sensitivePlaces(data, pathsOf(type));

async function replaced(
  { type, data }: EventToSeal,
  found: readonly SensitivePlace[],
  change: (place: SensitivePlace) => Promise<unknown>,
): Promise<object> {
  const values = await Promise.all(found.map(async (place) => [place.pointer, await change(place)] as const));
  const byPointer = new Map<string, unknown>(values);
  return withSensitivePlaces(data, pathsOf(type), ({ pointer }) => byPointer.get(pointer));
}

function ownerOf({ type, organizationId, data }: EventToSeal): Person {
  const owner = sensitiveFields[type]?.owner;
  const personId = owner === undefined ? undefined : objectOf(data)?.[owner];
  if (typeof personId !== 'string') throw new PermanentFault(`the sensitive fields of ${type} belong to nobody: it has no owner`);
  return { organizationId, personId };
}

const fieldPlace = ({ type, eventId }: EventToSeal, person: Person, pointer: string): FieldPlace => ({
  kid: keyIdOf(person),
  event: eventId,
  field: `${type}${pointer}`,
});
