import type { Write } from '../shared/commit.ts';
import { type Item, type Key, readItem } from '../shared/dynamo.ts';
import type { Shipment } from './shipment.ts';

const shipmentKey = (organizationId: string, orderId: string): Key => ({
  pk: `ORG#${organizationId}#ORDER#${orderId}`,
  sk: 'SHIPMENT',
});

/** The shipment of an order, strongly consistent. */
export async function findShipment(organizationId: string, orderId: string): Promise<Shipment | undefined> {
  const item = await readItem(shipmentKey(organizationId, orderId));
  return item && shipmentFrom(item);
}

/** Stores the first shipment of an order. */
export const putNewShipment = (organizationId: string, shipment: Shipment): Write => ({
  Put: {
    Item: { ...shipmentKey(organizationId, shipment.orderId), organizationId, ...shipment },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

function shipmentFrom(item: Item): Shipment {
  const { status } = item;
  if (status !== 'cancelled' && status !== 'in_transit') throw new Error(`a shipment cannot be ${String(status)}`);
  return { shipmentId: String(item.shipmentId), orderId: String(item.orderId), version: Number(item.version), status };
}
