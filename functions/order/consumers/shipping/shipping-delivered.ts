import { consume } from '../../../shared/events/consume.ts';
import { decideDelivered } from '../../model/shipping.ts';
import { changeWithLines } from '../../store/shipping-changes.ts';

/** The last parcel has arrived: the order is delivered. If its departure is not known yet, both steps are performed. */
export const onShipmentDelivered = consume('shipping.delivered', (event, handling) => {
  const { orderId, method, deliveredAt } = event.eventData;
  return changeWithLines(orderId, handling, [], (order) => decideDelivered(order, { method, deliveredAt, at: handling.at }));
});
