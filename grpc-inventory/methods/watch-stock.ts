import type { WatchStockRequest } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { serverStreaming } from '../../grpc-shared/calls/methods.ts';
import { encodeSnapshotEnd } from '../board/stock-message.ts';
import { write } from '../streams/message-writer.ts';
import { StreamLife } from '../streams/stream-life.ts';
import type { InventoryDependencies } from './inventory-dependencies.ts';
import { invalid, offerSnapshot, seenOf, subscribeTo } from './watched-products.ts';

/** With the longest ids and numbers 40 KB. */
export const maxLevelsPerMessage = 500;

/** Answers are encoded messages: see `encodeLevel`. */
export function watchStock({ board, callers, firstReads, health, stallLimitMs }: InventoryDependencies) {
  return serverStreaming<WatchStockRequest, Uint8Array>(async (call, context) => {
    const seen = seenOf(call.request.products);
    if (seen.size === 0) throw invalid('nothing to watch');
    const readmit = () => callers.admit(context, 'inventory:read');
    const { organizationId } = await readmit();
    const subscription = subscribeTo(board, organizationId, seen);
    const life = new StreamLife({ caller: context.signal, health, readmit });
    const patience = { signal: life.signal, limitMs: stallLimitMs };
    try {
      const unknown = await offerSnapshot(subscription, seen, firstReads);
      // What changes while the snapshot is sent goes with it or after it: its end is not put off by that.
      for (let left = subscription.waiting.length; left > maxLevelsPerMessage; left -= maxLevelsPerMessage)
        await write(call, subscription.take(maxLevelsPerMessage) ?? nothing, patience);
      const last = subscription.take(maxLevelsPerMessage) ?? nothing;
      await write(call, Buffer.concat([last, encodeSnapshotEnd(unknown)]), patience);
      for (;;) {
        await subscription.changed(life.signal);
        await write(call, subscription.take(maxLevelsPerMessage) ?? nothing, patience);
      }
    } finally {
      board.unsubscribe(subscription);
      life.end();
    }
  });
}

const nothing = Buffer.alloc(0);
