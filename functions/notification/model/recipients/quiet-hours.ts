import type { ContactPreferences } from '../../../../generated/shared.ts';

/** Times of the clock on the wall, in an IANA zone. Equal times mean that no hour is quiet. */
export type QuietHours = NonNullable<ContactPreferences['quietHours']>;

const minuteMs = 60_000;
/** No window is longer than a day, even one that a change of the clocks makes longer by an hour or two. */
const longestMinutes = 26 * 60;

/**
 * When the current quiet hours end: at the first full minute whose wall-clock time is outside the window. Undefined when it is not
 * quiet at this instant. It checks minute by minute, so it is also right on days when the clocks change: a window that would end in
 * the skipped hour ends when that hour is skipped, and an hour that comes twice is quiet both times. Instants are ISO 8601 UTC.
 */
export function quietUntil(quietHours: QuietHours | undefined, at: string): string | undefined {
  if (quietHours === undefined) return undefined;
  const { start, end } = quietHours;
  const wallClock = wallClockIn(quietHours.timeZone);
  const isQuiet = (ms: number) => isBetween(wallClock(ms), start, end);
  const now = Date.parse(at);
  if (!isQuiet(now)) return undefined;
  const thisMinute = now - (now % minuteMs);
  for (let minutes = 1; minutes <= longestMinutes; minutes++) {
    const ms = thisMinute + minutes * minuteMs;
    if (!isQuiet(ms)) return new Date(ms).toISOString();
  }
  return new Date(thisMinute + longestMinutes * minuteMs).toISOString();
}

/** Whether a time is in the window, which begins with `start`, ends before `end` and may pass midnight. Times are `HH:MM`. */
function isBetween(time: string, start: string, end: string): boolean {
  if (start === end) return false;
  return start < end ? start <= time && time < end : start <= time || time < end;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClockIn(timeZone: string): (ms: number) => string {
  const format = formats.get(timeZone) ?? formatIn(timeZone);
  formats.set(timeZone, format);
  return (ms) => format.format(ms);
}

/** A zone that this runtime does not know is read as UTC: a message at the wrong hour is better than none. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}
