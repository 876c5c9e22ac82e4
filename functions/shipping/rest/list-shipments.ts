import { notYourShop } from '../../shared/caller.ts';
import { ok, problem } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { isStaffOf, shownParcelOf, shownShipment } from '../model/shown-shipment.ts';
import { shipments } from '../store/shipment-table.ts';
import { listShopParcels } from '../store/shop-parcel-table.ts';

/** The shipment of an order, or the parcels of a shop: a page costs two requests, whatever the shop has. */
export const listShipments = route('GET /shipments', async ({ query, caller }) => {
  const { organizationId } = caller;
  const { orderId, localId, status, limit, cursor } = query;
  if (orderId !== undefined) {
    const shown = shownShipment(await shipments.find(organizationId, orderId), caller);
    return ok({ shipments: shown === undefined ? [] : [shown] });
  }
  if (!isStaffOf(caller, localId)) return problem('not-allowed', { detail: notYourShop });
  const page = { limit, ...(cursor !== undefined && { cursor }) };
  const { orderIds, ...next } = await listShopParcels({ organizationId, localId, status }, page);
  const found = await shipments.findAll(organizationId, orderIds);
  const opened = orderIds.flatMap((id) => {
    const shipment = found.get(id);
    return shipment?.kind === 'opened' ? [shownParcelOf(shipment, localId)] : [];
  });
  return ok({ shipments: opened, ...next });
});
