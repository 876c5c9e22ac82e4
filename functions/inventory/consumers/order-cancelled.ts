import { consume } from '../../shared/events/consume.ts';
import { releaseStock } from '../store/reservation-table.ts';

/** Returns the stock of a cancelled order to the shelf. An order that has reserved nothing yet gets a tombstone. */
export const onOrderCancelled = consume('order.cancelled', ({ eventData: { orderId } }, { organizationId, at, cause }) =>
  releaseStock(organizationId, { orderId, at, userId: cause.userId }),
);
