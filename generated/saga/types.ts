// Generated from the contracts by `npm run generate`. Do not edit.
import type { Money, OrderLine, PaymentMethod } from '../shared.ts';

/** The input of ChargePayment: the order, the attempt and the task token by which the execution is resumed. */
export type ChargeOrder = SagaOrder & {
  attempt: number;
  /** The token of the waiting state in Step Functions. */
  taskToken: string;
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
