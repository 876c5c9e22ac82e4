import { number, oneOf, record, text } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects } from '../../shared/store/write.ts';
import type { Cancellation, Shipment } from '../model/shipment.ts';

/** Shipments under their tenant, found by the order: there is one for each. */
export const shipments = versionedItems<Shipment>({
  key: (organizationId, orderId) => ({ pk: `ORG#${organizationId}#ORDER#${orderId}`, sk: 'SHIPMENT' }),
  idOf: ({ orderId }) => orderId,
  codec: record<Shipment>({ shipmentId: text, orderId: text, version: number, status: oneOf('cancelled', 'in_transit') }),
});

/** What a decision stores. Undefined when it changes nothing. */
export const shipmentEffects = (organizationId: string, cancellation: Cancellation): Effects | undefined =>
  cancellation.outcome === 'cancelled'
    ? { writes: [shipments.put(organizationId, cancellation.shipment)], publish: cancellation.events }
    : undefined;
