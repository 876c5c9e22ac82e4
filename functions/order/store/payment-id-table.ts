import { record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import { orderPartition } from './order-key.ts';

const paymentIdKey = (organizationId: string, orderId: string): Key => ({
  pk: orderPartition(organizationId, orderId),
  sk: 'PAYMENT',
});
const paymentIdCodec = record<{ paymentId: string }>({ paymentId: text });

/** An order has one payment, whose attempts all write the same item. The order itself names it only once it is confirmed. */
export const putPaymentId = (organizationId: string, { orderId, paymentId }: { orderId: string; paymentId: string }): Write => ({
  Put: { Item: { ...paymentIdKey(organizationId, orderId), paymentId } },
});

/** The payment of an order that may not be confirmed; undefined while none was begun. */
export async function findPaymentId(organizationId: string, orderId: string): Promise<string | undefined> {
  const key = paymentIdKey(organizationId, orderId);
  const item = await readItem(key);
  return item && paymentIdCodec(item, key.pk).paymentId;
}
