import type { Cause } from '../../shared/cause.ts';
import { readDecideCommit, type Write } from '../../shared/store/commit.ts';
import { type Item, type Key, readItem } from '../../shared/store/dynamo.ts';
import type { Cancelling, Shipment } from '../model/shipment.ts';

const shipmentKey = (organizationId: string, orderId: string): Key => ({
  pk: `ORG#${organizationId}#ORDER#${orderId}`,
  sk: 'SHIPMENT',
});

/** Lets `decide` say what becomes of an order's shipment, and stores that with its events. */
export function changeShipment(
  orderId: string,
  cause: Cause,
  decide: (stored: Shipment | undefined) => Cancelling,
): Promise<void> {
  return readDecideCommit(async () => {
    const cancelling = decide(await findShipment(cause.organizationId, orderId));
    if (cancelling.outcome !== 'cancelled') return { result: undefined };
    const { shipment, events } = cancelling;
    return {
      result: undefined,
      commit: { cause, writes: [putNewShipment(cause.organizationId, shipment)], publish: events },
    };
  });
}

/** Strongly consistent. */
async function findShipment(organizationId: string, orderId: string): Promise<Shipment | undefined> {
  const item = await readItem(shipmentKey(organizationId, orderId));
  return item && shipmentFrom(item);
}

/** Stores the first shipment of an order. */
const putNewShipment = (organizationId: string, shipment: Shipment): Write => ({
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
