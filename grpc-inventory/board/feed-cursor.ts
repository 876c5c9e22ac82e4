export type FeedCursorOptions = {
  /** When following begins. */
  startMs: number;
  /** Each read goes back by so much: writers' clocks differ, and a row's id is minted before its commit is visible. */
  overlapMs?: number;
  /** Now and then a read goes back by more than the longest commit: five tries of three attempts of 3 seconds, and their pauses. */
  deepOverlapMs?: number;
  deepEveryMs?: number;
};

/**
 * Where to read on in a feed whose rows have UUIDs v7 as sort keys. Rows come out once each, and none is missed that becomes visible
 * within `deepOverlapMs` of its id's time; one of a commit that took longer than `overlapMs` comes out by `deepEveryMs` later.
 */
export class FeedCursor {
  readonly #overlapMs: number;
  readonly #deepOverlapMs: number;
  readonly #deepEveryMs: number;
  readonly #seen = new Map<string, number>();
  #newestMs: number;
  #deepAtMs: number;

  constructor({ startMs, overlapMs = 2000, deepOverlapMs = 60_000, deepEveryMs = 5000 }: FeedCursorOptions) {
    this.#overlapMs = overlapMs;
    this.#deepOverlapMs = deepOverlapMs;
    this.#deepEveryMs = deepEveryMs;
    this.#newestMs = startMs;
    this.#deepAtMs = startMs;
  }

  /** The next read takes the rows above this sort key. */
  above(nowMs: number): string {
    const isDeep = nowMs - this.#deepAtMs >= this.#deepEveryMs;
    if (isDeep) {
      this.#deepAtMs = nowMs;
      this.#forget(nowMs);
    }
    // A writer whose clock is ahead must not carry the cursor past the rows of the others.
    const fromMs = Math.min(this.#newestMs, nowMs) - (isDeep ? this.#deepOverlapMs : this.#overlapMs);
    return idAt(fromMs);
  }

  /** Those of the rows read that were not seen before. */
  fresh<Row extends { id: string }>(rows: readonly Row[]): Row[] {
    return rows.filter(({ id }) => {
      if (this.#seen.has(id)) return false;
      const ms = timeOf(id);
      this.#seen.set(id, ms);
      this.#newestMs = Math.max(this.#newestMs, ms);
      return true;
    });
  }

  /** Rows that no read will bring again need not be remembered. */
  #forget(nowMs: number): void {
    const oldestMs = Math.min(this.#newestMs, nowMs) - this.#deepOverlapMs - 1;
    for (const [id, ms] of this.#seen) if (ms < oldestMs) this.#seen.delete(id);
  }
}

/** Below every UUID v7 of this millisecond and above those of the one before. RFC 9562, 5.7: the first 48 bits are the time. */
function idAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`;
}

const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
