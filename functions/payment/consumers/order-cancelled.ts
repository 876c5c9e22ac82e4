import { consume } from '../../shared/events/consume.ts';
import { closingEffects } from '../store/closing.ts';

/** Closes the payment of a cancelled order, with or without a saga. */
export const onOrderCancelled = consume('order.cancelled', ({ eventData: { orderId } }, handling) =>
  closingEffects(orderId, handling),
);
