import type { Item, Key } from './dynamo.ts';

/** An event as one consumer received it. */
export type HandledEvent = { consumer: string; eventId: string };

/** Longer than the archives keep events (60 days), so that a replay still meets its marker. */
const markerLifeSeconds = 120 * 24 * 3600;

/** The marker that is stored with the effects of an event: a second delivery finds it and writes nothing. */
export const handledMarker = ({ consumer, eventId }: HandledEvent, now: Date): Key & Item => ({
  pk: `HANDLED#${consumer}#${eventId}`,
  sk: 'HANDLED',
  expiresAt: Math.floor(now.getTime() / 1000) + markerLifeSeconds,
});
