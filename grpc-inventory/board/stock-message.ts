import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import { WatchStockResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';

/**
 * A message that holds this one level: `WatchStockResponse` and `SyncLevels` alike, whose `stocks` bear the same number. Encoded
 * messages that are strung together are the message with all of their levels (protobuf: "Last One Wins" and repeated fields are
 * joined, https://protobuf.dev/programming-guides/encoding/#last-one-wins), so a level is encoded once for all who watch it.
 */
export function encodeLevel({ productId, available, reserved, shipped, version }: StockLevel): Uint8Array {
  const stock = { productId, available, reserved, shipped: BigInt(shipped), aggregateVersion: BigInt(version) };
  return WatchStockResponse.encode({ stocks: [stock], snapshotComplete: false, unknownProductIds: [] }).finish();
}

/** The end of a snapshot, to be strung to a message. */
export function encodeSnapshotEnd(unknownProductIds: string[]): Uint8Array {
  return WatchStockResponse.encode({ stocks: [], snapshotComplete: true, unknownProductIds }).finish();
}
