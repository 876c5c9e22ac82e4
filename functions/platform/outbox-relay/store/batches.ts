import type { OutboxEvent } from '../../../shared/events/outbox.ts';

/** PutEvents takes 10 entries and 256 KB a call. The margin is for what else an entry holds. */
export const maxEntries = 10;
export const maxBatchBytes = 240 * 1024;

/** The events in as few calls as the limits of PutEvents allow, in their order. */
export function batchesOf(events: readonly OutboxEvent[]): OutboxEvent[][] {
  const batches: OutboxEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.detail) + Buffer.byteLength(event.detailType);
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === maxEntries || bytes + size > maxBatchBytes) {
      batches.push([event]);
      bytes = size;
    } else {
      batch.push(event);
      bytes += size;
    }
  }
  return batches;
}
