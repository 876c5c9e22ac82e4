import type { OrderLine, PaymentMethod } from '../../../generated/shared.ts';
import { addressCodec } from '../../shared/address/address-codec.ts';
import {
  type Codec,
  list,
  money,
  number,
  oneOf,
  optional,
  record,
  text,
  variants,
  withDefault,
} from '../../shared/store/codec.ts';
import type { Trace } from '../../shared/trace.ts';
import type {
  CancelledOrder,
  CancellingOrder,
  ConfirmedOrder,
  DeliveredOrder,
  Order,
  PendingOrder,
  ShippedOrder,
} from '../model/order.ts';

/** An order with the trace of the request that placed it. Everything that happens to the order belongs to that trace. */
export type StoredOrder = Order & Trace;

const line = record<OrderLine>({ productId: text, localId: text, name: text, quantity: number, unitPrice: money });

const placed = {
  orderId: text,
  customerId: text,
  lines: list(line),
  totalAmount: money,
  paymentMethod: record<PaymentMethod>({ token: text }),
  method: withDefault(oneOf('delivery', 'collection'), 'collection'),
  shipTo: optional(addressCodec),
  note: optional(text),
  placedAt: text,
  placedBy: optional(text),
  deadline: text,
  version: number,
  correlationId: text,
  traceparent: text,
};
const paid = { paymentId: text, confirmedAt: text };

export const orderCodec: Codec<StoredOrder> = variants<StoredOrder, 'status'>('status', {
  pending: record<PendingOrder & Trace>({ ...placed, status: oneOf('pending') }),
  confirmed: record<ConfirmedOrder & Trace>({ ...placed, ...paid, status: oneOf('confirmed') }),
  shipped: record<ShippedOrder & Trace>({ ...placed, ...paid, status: oneOf('shipped'), shippedAt: text }),
  delivered: record<DeliveredOrder & Trace>({
    ...placed,
    ...paid,
    status: oneOf('delivered'),
    shippedAt: text,
    deliveredAt: text,
  }),
  cancelling: record<CancellingOrder & Trace>({
    ...placed,
    ...paid,
    status: oneOf('cancelling'),
    cancelReason: text,
    cancelRequestedAt: text,
    asked: number,
    answerDueAt: text,
  }),
  cancelled: record<CancelledOrder & Trace>({
    ...placed,
    paymentId: optional(text),
    confirmedAt: optional(text),
    status: oneOf('cancelled'),
    cancelReason: text,
    cancelledAt: text,
  }),
});
