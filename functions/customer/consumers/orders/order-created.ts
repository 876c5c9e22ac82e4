import { consume } from '../../../shared/events/consume.ts';
import { orderFactEffects } from '../../store/statistics-table.ts';

/** Counts the order as placed, and as under way unless its end has been heard of already. */
export const onOrderCreated = consume('order.created', ({ eventData }, { organizationId }) => {
  const { totalAmount, placedAt } = eventData;
  return orderFactEffects(organizationId, eventData, { totalAmount, placedAt });
});
