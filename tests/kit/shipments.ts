import { eventually } from '../../local/process/eventually.ts';
import type { Market } from './market.ts';
import { type Order, readOrder } from './orders.ts';
import { type AnswerOf, succeed } from './rest.ts';

export type Shipment = AnswerOf<'GET /shipments/{shipmentId}'>;

/** Waits until the shipment of an order is there, and accepted by the carrier if it has one; as the market's admin sees it. */
export function shipmentOf({ admin }: Market, orderId: string): Promise<Shipment> {
  return eventually(
    `the shipment of order ${orderId}`,
    async () => {
      const [shipment] = (await succeed('GET /shipments', { token: admin.token, query: { orderId } })).body.shipments;
      const isBooked =
        shipment?.method === 'collection' || shipment?.parcels.every((parcel) => parcel.trackingNumber !== undefined);
      if (shipment === undefined || !isBooked) throw new Error('it is not booked');
      return shipment;
    },
    { withinMs: 60_000 },
  );
}

/** The shop hands every parcel of the order over. */
export async function handOver(market: Market, orderId: string): Promise<Shipment> {
  const shipment = await shipmentOf(market, orderId);
  for (const { parcelId } of shipment.parcels) {
    await succeed('POST /shipments/{shipmentId}/parcels/{parcelId}/handover', {
      token: market.producer.token,
      params: { shipmentId: shipment.shipmentId, parcelId },
    });
  }
  return shipment;
}

/** Follows an order until it has this status. */
export function orderIs(market: Market, orderId: string, status: Order['status']): Promise<Order> {
  return eventually(
    `order ${orderId} to be ${status}`,
    async () => {
      const order = await readOrder(market, orderId);
      if (order.status !== status) throw new Error(`it is ${order.status}`);
      return order;
    },
    { withinMs: 60_000 },
  );
}
