import { consume } from '../../../shared/events/consume.ts';
import { orderFactEffects } from '../../store/statistics-table.ts';

/** An order whose parcels came back or were lost is no longer under way: nothing is going to be delivered. */
export const onShipmentStatusUpdated = consume('shipping.status.updated', ({ eventData }, { organizationId }) =>
  ['returned', 'lost'].includes(eventData.shipmentStatus)
    ? orderFactEffects(organizationId, eventData, { isUndeliverable: true })
    : undefined,
);
