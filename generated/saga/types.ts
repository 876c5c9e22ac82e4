// Generated from the contracts by `npm run generate`. Do not edit.
import type { Money, OrderLine, PaymentMethod } from '../shared.ts';

/** What ChargePayment is called with: the order, the attempt and the task token that its answer resumes. */
export type ChargeOrder = SagaOrder & {
  attempt: number;
  /** Step Functions' token of the waiting state. */
  taskToken: string;
};

/** An order as the saga carries it: the execution's input, and what its tasks are called with. */
export type SagaOrder = {
  /** Also the execution's name. */
  orderId: string;
  organizationId: string;
  customerId: string;
  lines: readonly OrderLine[];
  totalAmount: Money;
  paymentMethod: PaymentMethod;
  correlationId: string;
  traceparent: string;
  causationId: string;
  /** Why it is to be cancelled; given to CancelOrder. */
  reason?: string;
  /** What settled it; given to ConfirmOrder. */
  paymentId?: string;
};
