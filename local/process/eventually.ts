import { setTimeout as sleep } from 'node:timers/promises';

export type Patience = { withinMs?: number; everyMs?: number };

/**
 * Calls `probe` again and again, and returns its first result that is neither undefined nor false. An error counts as "not yet".
 * @throws when the time is up, with what was waited for and the last probe's error
 */
export async function eventually<Found>(
  what: string,
  probe: () => Promise<Found | undefined | false> | Found | undefined | false,
  { withinMs = 30_000, everyMs = 60 }: Patience = {},
): Promise<Found> {
  const startedAt = performance.now();
  for (let intervalMs = everyMs; ; intervalMs = Math.min(intervalMs * 1.3, 500)) {
    let complaint = 'nothing yet';
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (thrown) {
      complaint = thrown instanceof Error ? thrown.message : String(thrown);
    }
    if (performance.now() - startedAt > withinMs) {
      throw new Error(`waited ${withinMs} ms for ${what}: ${complaint}`);
    }
    await sleep(intervalMs);
  }
}
