import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import type { Commits } from '../../shared/store/commits.ts';
import { eraseCustomer } from '../model/shipment.ts';
import { listCustomerShipments, putErased } from '../store/customer-shipment-table.ts';
import { type ChangeContext, shipmentEffects, shipments } from '../store/shipment-table.ts';

const shipmentsPerPage = 50;

/**
 * Deletes the addresses of an erased customer. A parcel that is still under way keeps its address until it has ended: nothing leaves
 * without one, and what has left still arrives.
 */
export const onCustomerErased = consumeWithOwnCommit('customer.erased', async ({ eventData }, handling, commits) => {
  const { customerId, erasedAt } = eventData;
  const { organizationId } = handling;
  // Stored first: an order.confirmed from now on sees it, and the shipments from before are found.
  await commits.unmarked.now({ writes: [putErased(organizationId, customerId, erasedAt)] });
  let cursor: string | undefined;
  do {
    const page = { limit: shipmentsPerPage, ...(cursor !== undefined && { cursor }) };
    const { orderIds, nextCursor } = await listCustomerShipments(organizationId, customerId, page);
    for (const orderId of orderIds) await erase(orderId, handling, commits.unmarked);
    cursor = nextCursor;
  } while (cursor !== undefined);
});

function erase(orderId: string, context: ChangeContext, commits: Commits): Promise<void> {
  return commits.decided(async () => {
    const stored = await shipments.find(context.organizationId, orderId);
    const shipment = stored && eraseCustomer(stored);
    return { result: undefined, ...(shipment && shipmentEffects(context, { shipment, events: [] }, stored)) };
  });
}
