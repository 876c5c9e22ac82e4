import type { ChargeOrder } from '../../../generated/saga/types.ts';
import { validateChargeOrder } from '../../../generated/saga/validators.ts';
import type { Cause } from '../../shared/cause.ts';
import { environment } from '../../shared/environment.ts';
import { newId } from '../../shared/ids.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { reportCharge, type Storing, storeAttempt } from '../model/charging.ts';
import { type Attempt, currentAttempt, type InitiatedPayment } from '../model/payment.ts';
import { ProviderUnavailableError } from '../model/provider.ts';
import { changePayment } from '../store/payment-table.ts';
import { paymentProvider } from '../store/provider-client.ts';
import { answerSaga } from '../store/saga-client.ts';

/** All tries at the provider together; the Lambda itself has 45 s. */
const providerWithinMs = 30_000;

/**
 * Stores payment, attempt and token, then asks the provider for the charge; the answer comes by the token. A settled payment
 * answers at once, and nothing is written then.
 */
export const handler = sagaTask(validateChargeOrder, async (order, cause) => {
  const storing = await store(order, cause);
  if (storing.outcome === 'settled') return { outcome: await answerSaga(order.taskToken, storing.answer) };
  const { payment } = storing;
  const attempt = currentAttempt(payment);
  const charging = await paymentProvider(providerWithinMs).charge(
    {
      key: attempt.key,
      amount: payment.amount,
      source: payment.source,
      reference: { organizationId: cause.organizationId, orderId: payment.orderId, attempt: attempt.n },
      callbackUrl: environment('PAYMENT_WEBHOOK_URL'),
    },
    cause,
  );
  switch (charging.outcome) {
    case 'requested':
      return charging;
    case 'refused':
      await storeRefusal(payment, attempt, charging.reason, cause);
      return charging;
    case 'voided':
      // The payment was closed between our two steps. This call has written, so the next try of the task tells the saga.
      throw new ProviderUnavailableError(`the charge ${attempt.key} was cancelled meanwhile`);
  }
});

function store(order: ChargeOrder, cause: Cause): Promise<Storing> {
  const at = new Date().toISOString();
  const { orderId, customerId, totalAmount: amount, paymentMethod, attempt, taskToken } = order;
  const command = { orderId, customerId, amount, source: paymentMethod.token, attempt, taskToken, at, paymentId: newId(at) };
  return changePayment(orderId, cause, (stored) => {
    const storing = storeAttempt(command, stored);
    return { result: storing, change: storing.outcome === 'charge' ? storing.change : undefined };
  });
}

/** A refusal is a failure for good, told by payment.failed as one that the provider reports. */
function storeRefusal({ orderId, amount }: InitiatedPayment, { n }: Attempt, reason: string, cause: Cause): Promise<void> {
  const at = new Date().toISOString();
  return changePayment(orderId, cause, (stored) => {
    const reporting = reportCharge({ attempt: n, amount, at, result: 'failed', retryable: false, reason }, stored);
    return { result: undefined, change: reporting.outcome === 'recorded' ? reporting.change : undefined };
  });
}
