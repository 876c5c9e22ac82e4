import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuietHours, quietUntil } from './quiet-hours.ts';

const madrid: QuietHours = { start: '22:00', end: '07:00', timeZone: 'Europe/Madrid' };
const minuteMs = 60_000;

describe('quietUntil', () => {
  it.each([
    ['a winter night', '2026-01-15T23:00:00.000Z', '2026-01-16T06:00:00.000Z'],
    ['a summer night', '2026-07-15T21:00:00.000Z', '2026-07-16T05:00:00.000Z'],
    ['the first minute', '2026-07-15T20:00:00.000Z', '2026-07-16T05:00:00.000Z'],
    ['the last second', '2026-07-16T04:59:59.999Z', '2026-07-16T05:00:00.000Z'],
    ['the night in which the clocks go forward', '2026-03-28T22:30:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['the night in which the clocks go back', '2026-10-24T21:30:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('holds in %s', (_, at, until) => {
    expect(quietUntil(madrid, at)).toBe(until);
  });

  it.each([
    ['the minute before', '2026-07-15T19:59:59.999Z'],
    ['the end itself', '2026-07-16T05:00:00.000Z'],
    ['noon', '2026-07-16T10:00:00.000Z'],
  ])('does not hold at %s', (_, at) => {
    expect(quietUntil(madrid, at)).toBeUndefined();
  });

  it('holds in a window within one day, and in a zone on the other side of midnight', () => {
    expect(quietUntil({ start: '13:00', end: '15:30', timeZone: 'Asia/Kolkata' }, '2026-07-15T08:00:00.000Z')).toBe(
      '2026-07-15T10:00:00.000Z',
    );
    expect(quietUntil({ ...madrid, timeZone: 'Pacific/Auckland' }, '2026-01-15T10:00:00.000Z')).toBe('2026-01-15T18:00:00.000Z');
    expect(quietUntil({ ...madrid, timeZone: 'America/Los_Angeles' }, '2026-01-15T10:00:00.000Z')).toBe(
      '2026-01-15T15:00:00.000Z',
    );
  });

  it('ends with the skipped hour when the end falls into it', () => {
    expect(quietUntil({ ...madrid, end: '02:30' }, '2026-03-28T23:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('never holds when start and end are equal, or without quiet hours', () => {
    expect(quietUntil({ ...madrid, end: '22:00' }, '2026-01-15T23:00:00.000Z')).toBeUndefined();
    expect(quietUntil(undefined, '2026-01-15T23:00:00.000Z')).toBeUndefined();
  });

  it('reads a zone that does not exist as UTC', () => {
    expect(quietUntil({ ...madrid, timeZone: 'Europe/Atlantis' }, '2026-01-15T23:00:00.000Z')).toBe('2026-01-16T07:00:00.000Z');
  });

  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const quietHours = fc.record({
    start: time,
    end: time,
    timeZone: fc.constantFrom(
      'Europe/Madrid',
      'Atlantic/Canary',
      'America/Santiago',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
      'UTC',
    ),
  });
  /** Weighted towards the days when clocks change. */
  const instants = fc.oneof(
    fc.date({ min: new Date('2026-03-28T00:00:00Z'), max: new Date('2026-04-06T00:00:00Z'), noInvalidDate: true }),
    fc.date({ min: new Date('2026-09-26T00:00:00Z'), max: new Date('2026-10-26T00:00:00Z'), noInvalidDate: true }),
    fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true }),
  );
  const wallClock = (ms: number, timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
  const isInside = (clock: string, { start, end }: QuietHours) =>
    start < end ? clock >= start && clock < end : start !== end && (clock >= start || clock < end);

  it('holds exactly while the clock on the wall is inside the window, and until the first minute outside of it', () => {
    fc.assert(
      fc.property(quietHours, instants, (hours, instant) => {
        const ms = instant.getTime();
        const until = quietUntil(hours, instant.toISOString());
        expect(until !== undefined).toBe(isInside(wallClock(ms, hours.timeZone), hours));
        if (until === undefined) return;
        const end = Date.parse(until);
        expect(end).toBeGreaterThan(ms);
        expect(isInside(wallClock(end, hours.timeZone), hours)).toBe(false);
        expect(isInside(wallClock(end - minuteMs, hours.timeZone), hours)).toBe(true);
        expect(quietUntil(hours, until)).toBeUndefined();
        for (let between = end - minuteMs; between > ms; between -= 37 * minuteMs)
          expect(isInside(wallClock(between, hours.timeZone), hours)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
