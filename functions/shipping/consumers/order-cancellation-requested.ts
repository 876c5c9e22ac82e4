import { consume } from '../../shared/events/event-consumer.ts';
import { newId } from '../../shared/ids.ts';
import { answerCancellationRequest } from '../model/shipment.ts';
import { changeShipment } from '../store/shipment-table.ts';

/** Lets the shipment decide on a cancellation that came after the confirmation. */
export const onOrderCancellationRequested = consume(
  'order.cancellation.requested',
  async ({ eventData: { orderId, reason } }, cause) => {
    const at = new Date().toISOString();
    const command = { orderId, reason, shipmentId: newId(at), at };
    await changeShipment(orderId, cause, (stored) => answerCancellationRequest(command, stored));
  },
);
