import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shownShipment } from '../model/shown-shipment.ts';
import { findShipmentById } from '../store/shipment-table.ts';

export const getShipment = route('GET /shipments/{shipmentId}', async ({ params, caller }) => {
  const shipment = await findShipmentById(caller.organizationId, params.shipmentId);
  const shown = shownShipment(shipment, caller);
  return shipment === undefined || shown === undefined ? notFound() : ok(shown, { ETag: etag(shipment.version) });
});
