import { bodyOf, type LonjaClient } from '../../client/lonja-client.ts';
import { eventually } from '../process/eventually.ts';

/** The shops give the parcels of an order to the carrier, as soon as it has accepted them. `producer` works for all of these shops. */
export async function handOver(producer: LonjaClient, orderId: string, withinMs: number): Promise<void> {
  const { shipmentId, parcels } = await eventually(
    `the carrier to accept the parcels of order ${orderId}`,
    async () => {
      const [shipment] = (await bodyOf(producer.GET('/shipments', { params: { query: { orderId } } }))).shipments;
      return shipment?.parcels.every(({ trackingNumber }) => trackingNumber !== undefined) && shipment;
    },
    { withinMs },
  );
  for (const { parcelId } of parcels) {
    const params = { path: { shipmentId, parcelId } };
    await producer.POST('/shipments/{shipmentId}/parcels/{parcelId}/handover', { params });
  }
}
