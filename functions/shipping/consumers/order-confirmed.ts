import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { newId } from '../../shared/ids.ts';
import { decideOpening } from '../model/opening.ts';
import { eraseCustomer } from '../model/shipment.ts';
import { isErased, stillNotErased } from '../store/customer-shipment-table.ts';
import { settleAtOnce } from '../store/settlements.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

/** Opens the order's shipment, then has the carrier book its parcels. Without an address, the parcels are collected at the shops. */
export const onOrderConfirmed = consumeWithOwnCommit('order.confirmed', async (event, handling, commits) => {
  const { orderId, customerId, lines, shipTo, note } = event.eventData;
  const method = event.eventData.method ?? (shipTo === undefined ? 'collection' : 'delivery');
  const { organizationId, at } = handling;
  await commits.decided(async () => {
    const [stored, isGone] = await Promise.all([shipments.find(organizationId, orderId), isErased(organizationId, customerId)]);
    const command = {
      orderId,
      customerId,
      lines,
      method,
      at,
      newId: () => newId(at),
      ...(shipTo && { shipTo }),
      ...(note && { note }),
    };
    const opening = decideOpening(command, stored);
    if (opening === undefined) return { result: undefined };
    const { shipment } = opening;
    const erased = isGone ? eraseCustomer(shipment) : undefined;
    const change = erased ? { ...opening, shipment: { ...erased, version: shipment.version } } : opening;
    const effects = shipmentEffects(handling, change, stored);
    const guard = isGone ? [] : [stillNotErased(organizationId, customerId)];
    return { result: undefined, ...effects, writes: [...effects.writes, ...guard] };
  });
  await settleAtOnce(orderId, handling, commits.unmarked);
});
