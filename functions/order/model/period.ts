/** From the first instant to the one that is no longer part of it, ISO 8601 UTC; one without a limit is open on that side. */
export type Period = { from?: string; before?: string };
export type ReadPeriod =
  | { outcome: 'period'; period: Period }
  /** `limit` is the wrong one. */
  | { outcome: 'invalid'; limit: 'from' | 'to'; why: string };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Reads the limits of a list, each a day (`2026-11-22`) or an instant (`2026-11-22T10:00:00Z`). A day begins at midnight UTC. `to` as
 * a day is the last one of the list, and as an instant the end that is not part of it. So the same day twice means that day.
 */
export function readPeriod({ from, to }: { from?: string | undefined; to?: string | undefined }): ReadPeriod {
  const begin = from === undefined ? undefined : instantOf(from);
  const end = to === undefined ? undefined : instantOf(to);
  if (begin === 'none') return invalid('from', 'is no day or instant of the calendar');
  if (end === 'none') return invalid('to', 'is no day or instant of the calendar');
  const before = end === undefined ? undefined : end.ms + (end.isDay ? dayMs : 0);
  if (begin !== undefined && before !== undefined && begin.ms >= before) {
    return invalid('to', 'must be after `from`: the period has no instant');
  }
  return {
    outcome: 'period',
    period: {
      ...(begin !== undefined && { from: new Date(begin.ms).toISOString() }),
      ...(before !== undefined && { before: new Date(before).toISOString() }),
    },
  };
}

/** JavaScript takes 30 February for 2 March, so the day is compared with what was understood. */
function instantOf(text: string): { ms: number; isDay: boolean } | 'none' {
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text.slice(0, 10)) return 'none';
  return { ms, isDay: text.length === 10 };
}

const invalid = (limit: 'from' | 'to', why: string): ReadPeriod => ({ outcome: 'invalid', limit, why });
