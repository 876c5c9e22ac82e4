import type { Cause } from '../shared/cause.ts';
import { readDecideCommit } from '../shared/commit.ts';
import { newId } from '../shared/ids.ts';
import type { Cancelling, CancelShipment, Shipment } from './shipment.ts';
import { findShipment, putNewShipment } from './shipment-table.ts';

type Decide = (command: CancelShipment, stored: Shipment | undefined) => Cancelling;

/** Reads the order's shipment, lets `decide` say what becomes of it, and stores that with its events. */
export function cancelAndStore(decide: Decide, order: { orderId: string; reason: string }, cause: Cause): Promise<void> {
  const at = new Date().toISOString();
  const command = { ...order, shipmentId: newId(at), at };
  return readDecideCommit(async () => {
    const cancelling = decide(command, await findShipment(cause.organizationId, order.orderId));
    if (cancelling.outcome !== 'cancelled') return { result: undefined };
    const { shipment, events } = cancelling;
    return { result: undefined, commit: { cause, writes: [putNewShipment(cause.organizationId, shipment)], publish: events } };
  });
}
