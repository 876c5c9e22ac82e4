import { record, text } from '../../shared/store/codec.ts';
import { type Item, type Key, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import { customerPartition } from './customer-table.ts';

export type Erasure = { organizationId: string; customerId: string; erasedAt: string };
type Page = { limit: number; cursor?: string };

/** Few people are erased, so one partition holds them all. */
const erasuresPartition = 'ERASURE';
const erasureKey = ({ organizationId, customerId, erasedAt }: Erasure): Key => ({
  pk: erasuresPartition,
  sk: `${erasedAt}#${organizationId}#${customerId}`,
});
const erasureCodec = record<Erasure>({ organizationId: text, customerId: text, erasedAt: text });

/** Written when a person is erased, and deleted when none of their orders holds their data any more. */
export const putErasure = (erasure: Erasure): Write => ({ Put: { Item: { ...erasureKey(erasure), ...erasure } } });
export const deleteErasure = (erasure: Erasure): Write => ({ Delete: { Key: erasureKey(erasure) } });

/** The oldest first, strongly consistent. */
export async function findErasures(page: Page): Promise<{ items: Erasure[]; nextCursor?: string }> {
  const { items, ...next } = await queryItems({ pk: erasuresPartition, ...page });
  return { items: items.map((item) => erasureCodec(item, erasuresPartition)), ...next };
}

const personalPrefix = 'PERSONAL#';
const personalKey = (organizationId: string, customerId: string, orderId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: `${personalPrefix}${orderId}`,
});
type Personal = { customerId: string; orderId: string };

/**
 * Names an order that holds an address or a note, so that it is found when the customer is erased: the index that lists a customer's
 * orders lags, and what it lacked would be kept for ever.
 */
export const putPersonal = (organizationId: string, { customerId, orderId }: Personal): Write => ({
  Put: { Item: { ...personalKey(organizationId, customerId, orderId), orderId } },
});
export const deletePersonal = (organizationId: string, { customerId, orderId }: Personal): Write => ({
  Delete: { Key: personalKey(organizationId, customerId, orderId) },
});

/** The ids of a customer's orders that hold personal data. */
export async function findPersonal(
  { organizationId, customerId }: Erasure,
  page: Page,
): Promise<{ orderIds: string[]; nextCursor?: string }> {
  const pk = customerPartition(organizationId, customerId);
  const { items, ...next } = await queryItems({ pk, skPrefix: personalPrefix, ...page });
  return { orderIds: items.map((item: Item) => personalCodec(item, pk).orderId), ...next };
}

const personalCodec = record<{ orderId: string }>({ orderId: text });
