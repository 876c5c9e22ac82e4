import type { Cause } from '../../shared/cause.ts';
import { record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import { type Effects, putNew, type Write } from '../../shared/store/write.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Payment, PaymentChange } from '../model/payment.ts';
import { owedCharges, owesMore } from '../model/reversal.ts';
import { deleteOwed, putOwed } from './owed-table.ts';
import { paymentCodec, type StoredPayment } from './payment-codec.ts';

/** Payments under their tenant, by the order that they pay. */
export const payments = versionedItems<StoredPayment>({
  key: (organizationId, orderId) => ({ pk: `ORG#${organizationId}#PAYMENT#${orderId}`, sk: 'PAYMENT' }),
  idOf: ({ orderId }) => orderId,
  codec: paymentCodec,
});

const pointerKey = (organizationId: string, paymentId: string): Key => ({
  pk: `ORG#${organizationId}#PAYMENT_ID#${paymentId}`,
  sk: 'PAYMENT_ID',
});
const pointerCodec = record<{ orderId: string }>({ orderId: text });

export async function findPaymentById(organizationId: string, paymentId: string): Promise<StoredPayment | undefined> {
  const key = pointerKey(organizationId, paymentId);
  const pointer = await readItem(key);
  return pointer && payments.find(organizationId, pointerCodec(pointer, key.pk).orderId);
}

/** Where and when a payment is changed. `cause` is the trace of a payment that is stored for the first time. */
export type ChangeContext = { organizationId: string; at: string; cause: Pick<Cause, 'correlationId' | 'traceparent'> };

/**
 * What a change of a payment stores: the payment, its events and the mark of what it owes back. The commit fails if another writer has
 * changed the payment since `stored` was read.
 */
export function paymentEffects(
  { organizationId, at, cause }: ChangeContext,
  { payment, events }: PaymentChange,
  stored: StoredPayment | undefined,
) {
  const { correlationId, traceparent }: Trace = stored ?? cause;
  return {
    writes: [
      payments.put(organizationId, { ...payment, correlationId, traceparent }),
      ...(stored === undefined ? putPointer(organizationId, payment) : []),
      ...markOwed({ organizationId, at, cause }, stored, payment),
    ],
    publish: events,
  } satisfies Effects;
}

function putPointer(organizationId: string, payment: Payment): Write[] {
  if (payment.status === 'tombstone') return [];
  const { paymentId, orderId } = payment;
  return [putNew({ ...pointerKey(organizationId, paymentId), orderId })];
}

function markOwed({ organizationId, at, cause }: ChangeContext, before: Payment | undefined, after: Payment): Write[] {
  const { orderId } = after;
  const { correlationId, traceparent } = cause;
  if (owesMore(before, after)) return [putOwed({ organizationId, orderId, owedSince: at, correlationId, traceparent })];
  const isSettled = owedCharges(before).length > 0 && owedCharges(after).length === 0;
  return isSettled ? [deleteOwed(orderId)] : [];
}
