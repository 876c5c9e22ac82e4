import { type Codec, flag, list, money, number, oneOf, optional, record, text, variants } from '../../shared/store/codec.ts';
import type { Trace } from '../../shared/trace.ts';
import type {
  Attempt,
  ClosedPayment,
  CompletedPayment,
  FailedPayment,
  InitiatedPayment,
  Payment,
  SecondCharge,
  Tombstone,
} from '../model/payment.ts';

/** A payment with the trace of the request that placed its order: what the provider reports belongs to that trace. */
export type StoredPayment = Payment & Trace;

type AttemptOf<Status extends Attempt['status']> = Extract<Attempt, { status: Status }>;
const key = { n: number, key: text, startedAt: optional(text), changedAt: optional(text) };
const attempt: Codec<Attempt> = variants<Attempt, 'status'>('status', {
  intent: record<AttemptOf<'intent'>>({ ...key, status: oneOf('intent'), chargeId: optional(text) }),
  completed: record<AttemptOf<'completed'>>({
    ...key,
    status: oneOf('completed'),
    chargeId: text,
    transactionId: text,
    isRefundAnnounced: optional(flag),
  }),
  failed: record<AttemptOf<'failed'>>({
    ...key,
    status: oneOf('failed'),
    reason: text,
    retryable: flag,
    chargeId: optional(text),
  }),
  voided: record<AttemptOf<'voided'>>({ ...key, status: oneOf('voided'), chargeId: optional(text) }),
  refunded: record<AttemptOf<'refunded'>>({ ...key, status: oneOf('refunded'), chargeId: optional(text) }),
});

const secondCharge = record<SecondCharge>({
  chargeId: text,
  attempt: number,
  amount: money,
  status: oneOf('owed', 'refunded'),
  changedAt: optional(text),
  isRefundAnnounced: optional(flag),
});

export const traceFields = { correlationId: text, traceparent: text };
const opened = {
  paymentId: text,
  orderId: text,
  customerId: text,
  amount: money,
  source: text,
  attempts: list(attempt),
  secondCharges: optional(list(secondCharge)),
  taskToken: text,
  taskEnteredAt: text,
  taskRetries: number,
  initiatedAt: text,
  version: number,
  ...traceFields,
};

export const paymentCodec: Codec<StoredPayment> = variants<StoredPayment, 'status'>('status', {
  initiated: record<InitiatedPayment & Trace>({ ...opened, status: oneOf('initiated') }),
  completed: record<CompletedPayment & Trace>({
    ...opened,
    status: oneOf('completed'),
    completedBy: number,
    completedAt: text,
  }),
  failed: record<FailedPayment & Trace>({ ...opened, status: oneOf('failed'), retryable: flag, reason: text }),
  closed: record<ClosedPayment & Trace>({ ...opened, status: oneOf('closed'), closedAt: text }),
  tombstone: record<Tombstone & Trace>({
    ...traceFields,
    status: oneOf('tombstone'),
    orderId: text,
    closedAt: text,
    version: number,
  }),
});
