import { v7 } from 'uuid';

/** A new UUID v7; ids minted later sort later. `at` is the ISO 8601 instant it is minted for. */
export function newId(at: string): string {
  return v7({ msecs: Date.parse(at) });
}

/** As long as a queue may wait before it delivers an event again. */
export const arrivalMinutes = 15;
/** How far the clock that minted an id may be ahead of ours. */
const maxSkewMs = 5000;

/**
 * Whether the event that announces this id may still be on its way to a domain that does not know it: the id is a UUID v7 minted in
 * the last 15 minutes. Such an id gets "not yet" instead of "unknown", since its owner may know it already. It says nothing about
 * whether the id exists, so it is the same answer for another organization's id.
 */
export function mayBeOnItsWay(id: string, at: string): boolean {
  const mintedAtMs = mintedAtMsOf(id);
  if (mintedAtMs === undefined) return false;
  const ageMs = Date.parse(at) - mintedAtMs;
  return ageMs >= -maxSkewMs && ageMs <= arrivalMinutes * 60_000;
}

const uuidV7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A UUID v7 begins with its time, in milliseconds since 1970 (RFC 9562, 5.7). */
function mintedAtMsOf(id: string): number | undefined {
  const [, high, low] = uuidV7.exec(id) ?? [];
  return high === undefined || low === undefined ? undefined : Number.parseInt(`${high}${low}`, 16);
}
