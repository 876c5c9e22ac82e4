import { consume } from '../../../shared/events/consume.ts';
import { orderFactEffects } from '../../store/statistics-table.ts';

/** Counts the order as cancelled. It never counted as spent, so a refund changes nothing. */
export const onOrderCancelled = consume('order.cancelled', ({ eventData }, { organizationId }) =>
  orderFactEffects(organizationId, eventData, { totalAmount: eventData.totalAmount, isCancelled: true }),
);
