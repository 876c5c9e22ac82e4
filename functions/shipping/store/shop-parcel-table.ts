import type { ParcelStatus } from '../../../generated/shared.ts';
import { record, text } from '../../shared/store/codec.ts';
import { queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { OpenedShipment, Parcel } from '../model/shipment.ts';

const shopPartition = (organizationId: string, localId: string) => `ORG#${organizationId}#SHOP#${localId}`;

/** The row of a parcel in the list of its shop. It holds nothing personal: what is shown is read from the shipment. */
export const putShopParcel = (
  organizationId: string,
  { orderId, createdAt }: OpenedShipment,
  { parcelId, localId, status }: Parcel,
): Write => ({
  Put: {
    Item: {
      pk: `ORG#${organizationId}#PARCEL#${parcelId}`,
      sk: 'PARCEL',
      orderId,
      gsi1pk: shopPartition(organizationId, localId),
      gsi1sk: `${status}#${createdAt}#${parcelId}`,
    },
  },
});

const rowCodec = record<{ orderId: string }>({ orderId: text });

/** The orders of a shop's parcels with this status, the oldest first. Read from an index, so what just changed may be missing. */
export async function listShopParcels(
  { organizationId, localId, status }: { organizationId: string; localId: string; status: ParcelStatus },
  page: { limit: number; cursor?: string },
): Promise<{ orderIds: string[]; nextCursor?: string }> {
  const pk = shopPartition(organizationId, localId);
  const { items, ...next } = await queryItems({ pk, index: 'byShop', skPrefix: `${status}#`, ...page });
  return { orderIds: items.map((item) => rowCodec(item, pk).orderId), ...next };
}
