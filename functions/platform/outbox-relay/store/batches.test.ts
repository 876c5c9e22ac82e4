import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxEvent } from '../../../shared/events/outbox.ts';
import { batchesOf, maxBatchBytes, maxEntries } from './batches.ts';

const event = (bytes: number): OutboxEvent => ({ detailType: 'order.created', detail: 'x'.repeat(bytes) });

describe('batchesOf', () => {
  it('keeps the limits of PutEvents and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 128 * 1024 }), { maxLength: 60 }), (sizes) => {
        const events = sizes.map(event);
        const batches = batchesOf(events);
        expect(batches.flat()).toEqual(events);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(maxEntries);
          expect(batch.reduce((sum, { detail }) => sum + detail.length, 0)).toBeLessThanOrEqual(maxBatchBytes);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes ten small events in one call', () => {
    expect(batchesOf(Array.from({ length: 21 }, () => event(10))).map(({ length }) => length)).toEqual([10, 10, 1]);
  });
});
