import { randomUUID } from 'node:crypto';
import { childTraceparent, newCorrelationId } from '../../functions/shared/trace.ts';
import type { ChargeOrder, SagaOrder } from '../../generated/saga/types.ts';

/** The saga's input for an order of two pieces of one product, 9.00 EUR in all. */
export const sagaOrder = (given: Partial<SagaOrder> = {}): SagaOrder => ({
  orderId: randomUUID(),
  organizationId: randomUUID(),
  customerId: randomUUID(),
  lines: [
    {
      productId: randomUUID(),
      localId: randomUUID(),
      name: 'Queso azul',
      quantity: 2,
      unitPrice: { amountMinor: 450, currency: 'EUR' },
    },
  ],
  totalAmount: { amountMinor: 900, currency: 'EUR' },
  paymentMethod: { token: 'tok_visa' },
  correlationId: newCorrelationId(),
  traceparent: childTraceparent(),
  causationId: randomUUID(),
  ...given,
});

/** The input of ChargePayment: the first attempt, unless another is given. */
export const chargeOrder = (given: Partial<ChargeOrder> = {}): ChargeOrder => ({
  ...sagaOrder(),
  attempt: 1,
  taskToken: `token-${randomUUID()}`,
  enteredAt: new Date().toISOString(),
  retryCount: 0,
  ...given,
});
