// Generated from the contracts by `npm run generate`. Do not edit.
import type { Money, OrderLine, PaymentMethod } from '../shared.ts';

/** The input of AskPayment: the order, and the attempt whose task timed out. */
export type AskOrder = SagaOrder & {
  attempt: number;
};

/** The input of ChargePayment: the order, the attempt and the task token by which the execution is resumed. */
export type ChargeOrder = SagaOrder & {
  attempt: number;
  /** The token of the waiting state in Step Functions. */
  taskToken: string;
  /** When the state was entered. An older task does not replace the token of a newer one. */
  enteredAt: string;
  /** How often the state machine had retried the task since then. */
  retryCount: number;
};

/** An order as the saga carries it: the input of the execution and of its tasks. */
export type SagaOrder = {
  /** Also the name of the execution. */
  orderId: string;
  organizationId: string;
  customerId: string;
  lines: readonly OrderLine[];
  totalAmount: Money;
  paymentMethod: PaymentMethod;
  correlationId: string;
  traceparent: string;
  causationId: string;
  /** The reason to cancel it. Given to CancelOrder. */
  reason?: string;
  /** The payment that settled it. Given to ConfirmOrder. */
  paymentId?: string;
};
