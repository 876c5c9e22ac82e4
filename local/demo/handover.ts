import { bodyOf, type LonjaClient } from '../../client/lonja-client.ts';

/** The shops give the parcels of an order to the carrier. `producer` works for all of these shops. */
export async function handOver(producer: LonjaClient, orderId: string): Promise<void> {
  const { shipments } = await bodyOf(producer.GET('/shipments', { params: { query: { orderId } } }));
  for (const { shipmentId, parcels } of shipments) {
    for (const { parcelId } of parcels) {
      const params = { path: { shipmentId, parcelId } };
      await producer.POST('/shipments/{shipmentId}/parcels/{parcelId}/handover', { params });
    }
  }
}
