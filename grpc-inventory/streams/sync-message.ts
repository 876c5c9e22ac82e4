import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { type EntryAcknowledgement, SyncLevels, SyncResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';

/** A SyncResponse with levels; `stocks` are encoded by `encodeLevel` already. */
export function encodeLevels(levels: {
  stocks: Uint8Array | undefined;
  sequence: number;
  snapshotComplete?: boolean;
  unknownProductIds?: string[];
}): Uint8Array {
  const { stocks = new Uint8Array(), sequence, snapshotComplete = false, unknownProductIds = [] } = levels;
  const rest = SyncLevels.encode({ stocks: [], sequence, snapshotComplete, unknownProductIds }).finish();
  // Field 2 of SyncResponse, length-delimited.
  return new BinaryWriter()
    .tag(2, 2)
    .bytes(Buffer.concat([stocks, rest]))
    .finish();
}

export const encodeAcknowledgement = (acknowledgement: EntryAcknowledgement): Uint8Array =>
  SyncResponse.encode({ acknowledgement }).finish();
