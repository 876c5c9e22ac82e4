import { consume } from '../../shared/events/event-consumer.ts';
import { newId } from '../../shared/ids.ts';
import { cancelShipment } from '../model/shipment.ts';
import { changeShipment } from '../store/shipment-table.ts';

/** Nothing of a cancelled order is sent, also when its order.confirmed comes later. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData: { orderId, reason } }, cause) => {
  const at = new Date().toISOString();
  const command = { orderId, reason, shipmentId: newId(at), at };
  await changeShipment(orderId, cause, (stored) => cancelShipment(command, stored));
});
