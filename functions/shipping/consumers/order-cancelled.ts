import { consume } from '../../shared/event-consumer.ts';
import { cancelAndStore } from '../cancel-and-store.ts';
import { cancelShipment } from '../shipment.ts';

/** Nothing of a cancelled order is sent, also when its order.confirmed comes later. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData }, cause) => {
  await cancelAndStore(cancelShipment, eventData, cause);
});
