import { record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { OpenedShipment } from '../model/shipment.ts';

const customerPartition = (organizationId: string, customerId: string) => `ORG#${organizationId}#CUSTOMER#${customerId}`;
const shipmentPrefix = 'SHIPMENT#';
const erasedKey = (organizationId: string, customerId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: 'ERASED',
});

/** By which an erasure finds the shipments of a customer, strongly consistent. */
export const putCustomerShipment = (organizationId: string, { customerId, orderId }: OpenedShipment): Write => ({
  Put: {
    Item: { pk: customerPartition(organizationId, customerId), sk: `${shipmentPrefix}${orderId}`, orderId },
  },
});

const rowCodec = record<{ orderId: string }>({ orderId: text });

export async function listCustomerShipments(
  organizationId: string,
  customerId: string,
  page: { limit: number; cursor?: string },
): Promise<{ orderIds: string[]; nextCursor?: string }> {
  const pk = customerPartition(organizationId, customerId);
  const { items, ...next } = await queryItems({ pk, skPrefix: shipmentPrefix, ...page });
  return { orderIds: items.map((item) => rowCodec(item, pk).orderId), ...next };
}

/** Stays for good, since an order.confirmed of the customer may still be on its way. */
export const putErased = (organizationId: string, customerId: string, erasedAt: string): Write => ({
  Put: { Item: { ...erasedKey(organizationId, customerId), erasedAt } },
});

export const isErased = async (organizationId: string, customerId: string): Promise<boolean> =>
  (await readItem(erasedKey(organizationId, customerId))) !== undefined;

/** Fails when the customer was erased since it was read: the erasure looks for shipments after it is stored. */
export const stillNotErased = (organizationId: string, customerId: string): Write => ({
  ConditionCheck: { Key: erasedKey(organizationId, customerId), ConditionExpression: 'attribute_not_exists(pk)' },
});
