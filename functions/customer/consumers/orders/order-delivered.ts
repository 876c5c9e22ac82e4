import { consume } from '../../../shared/events/consume.ts';
import { orderFactEffects } from '../../store/statistics-table.ts';

/** Counts the order as delivered: its total is spent now, and earns loyalty points. */
export const onOrderDelivered = consume('order.delivered', ({ eventData }, { organizationId }) =>
  orderFactEffects(organizationId, eventData, { totalAmount: eventData.totalAmount, isDelivered: true }),
);
