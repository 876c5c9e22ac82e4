/** One event of an order. */
export type TimelineRow = { event: string; eventId: string; causationId?: string; occurredOn: string; summary: string };

/**
 * A table for a terminal: seconds since the order was placed, milliseconds since the previous line, the event, and what it means. Rows are
 * sorted by time; rows of the same time keep their order.
 */
export function timelineTable(rows: readonly TimelineRow[]): string[] {
  const sorted = rows.toSorted((a, b) => Date.parse(a.occurredOn) - Date.parse(b.occurredOn));
  const startedAt = Date.parse(sorted[0]?.occurredOn ?? '');
  const cells = sorted.map(({ occurredOn, event, summary }, index) => {
    const before = sorted[index - 1];
    const at = Date.parse(occurredOn);
    return [
      `+${((at - startedAt) / 1000).toFixed(3)} s`,
      before === undefined ? '' : `${at - Date.parse(before.occurredOn)} ms`,
      event,
      summary,
    ];
  });
  return aligned([['since order', 'hop', 'event', 'what happened'], ...cells]);
}

/** Aligns times to the right and words to the left. The last column is not padded. */
function aligned(rows: readonly string[][]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([since = '', hop = '', event = '', summary = '']) => {
    const [sinceWidth = 0, hopWidth = 0, eventWidth = 0] = widths;
    return `${since.padStart(sinceWidth)}  ${hop.padStart(hopWidth)}  ${event.padEnd(eventWidth)}  ${summary}`.trimEnd();
  });
}
