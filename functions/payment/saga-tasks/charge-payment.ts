import { adapter } from '#payment-provider';
import type { ChargeOrder } from '../../../generated/saga/types.ts';
import { validateChargeOrder } from '../../../generated/saga/validators.ts';
import { readAhead } from '../../shared/aws/read-ahead.ts';
import { environment } from '../../shared/environment.ts';
import { newId } from '../../shared/ids.ts';
import { log } from '../../shared/log.ts';
import { sagaTaskWithOwnCommit, type TaskCall } from '../../shared/saga/saga-task.ts';
import type { Commits } from '../../shared/store/commits.ts';
import { type AttemptDecision, decideAttempt, decideOpening, decideReport } from '../model/charging.ts';
import { answerOf, currentAttempt, type InitiatedPayment, type SettledPayment } from '../model/payment.ts';
import type { Charging } from '../model/provider.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';
import { answerSaga } from '../store/saga-client.ts';
import { sagaHint } from '../store/waiting-saga.ts';

await readAhead({ 'provider secret': adapter.readSecrets });

/**
 * Stores payment, attempt and token, then asks the provider for the charge. The provider's report answers the token later. A settled
 * payment answers it at once, and so does a provider that is out: then the state machine waits and calls again. A task that a newer
 * one has replaced does nothing.
 */
export const handler = sagaTaskWithOwnCommit(validateChargeOrder, async (order, call, commits) => {
  const decision = await storeAttempt(order, call, commits);
  if (decision.outcome === 'superseded') return decision;
  if (decision.outcome === 'settled') return { outcome: await answerSaga(order, decision.answer) };
  const { payment } = decision;
  const charging = await charge(payment, call, commits);
  switch (charging.outcome) {
    case 'requested':
      return charging;
    case 'unavailable':
      log.warn('payment provider is out', { orderId: order.orderId, correlationId: order.correlationId, cause: charging.reason });
      await answerSaga(order, { outcome: 'provider-out' });
      return charging;
    case 'refused':
    case 'voided': {
      const settled = await storeRefusal(payment, charging, call, commits);
      return settled === undefined ? charging : { outcome: await answerSaga(order, answerOf(settled)) };
    }
  }
});

function storeAttempt(order: ChargeOrder, call: TaskCall, commits: Commits): Promise<AttemptDecision> {
  const { orderId, customerId, totalAmount: amount, paymentMethod, attempt, taskToken } = order;
  const task = { taskToken, taskEnteredAt: order.enteredAt, taskRetries: order.retryCount };
  const { organizationId, at } = call;
  const command = { orderId, customerId, amount, source: paymentMethod.token, attempt, ...task, at, paymentId: newId(at) };
  return commits.decided(async () => {
    const stored = await payments.find(organizationId, orderId);
    const decision = decideAttempt(command, stored);
    const change = decision.outcome === 'charge' ? decision.change : undefined;
    return { result: decision, ...(change && paymentEffects(call, change, stored)) };
  });
}

function charge(payment: InitiatedPayment, call: TaskCall, commits: Commits): Promise<Charging> {
  const { key, n: attempt, chargeId } = currentAttempt(payment);
  const { orderId, amount, source } = payment;
  const reference = { organizationId: call.organizationId, orderId, attempt };
  const opened = (id: string) => storeOpening({ orderId, attempt, chargeId: id }, call, commits);
  const callbackUrl = environment('PAYMENT_WEBHOOK_URL');
  const request = { key, amount, source, reference, callbackUrl, opened, ...(chargeId !== undefined && { chargeId }) };
  return adapter.paymentProvider().charge(request, call.cause);
}

/** Stores the provider's id of the charge before it is made. False when the attempt has ended since it was stored. */
function storeOpening(
  { orderId, ...opening }: { orderId: string; attempt: number; chargeId: string },
  call: TaskCall,
  commits: Commits,
): Promise<boolean> {
  return commits.decided(async () => {
    const stored = await payments.find(call.organizationId, orderId);
    const decision = decideOpening(opening, stored);
    const change = decision.outcome === 'opened' ? decision.change : undefined;
    return { result: decision.outcome === 'opened', ...(change && paymentEffects(call, change, stored)) };
  });
}

/**
 * Stores a refusal as a final failure, like one that the provider reports: payment.failed answers the saga. Returns the payment if
 * something else settled it since the attempt was stored, for example the cancellation that voided the charge.
 */
function storeRefusal(
  { orderId, amount, ...payment }: InitiatedPayment,
  charging: Extract<Charging, { outcome: 'refused' | 'voided' }>,
  call: TaskCall,
  commits: Commits,
): Promise<SettledPayment | undefined> {
  const { organizationId, at } = call;
  const reason = charging.outcome === 'refused' ? charging.reason : 'the charge was cancelled at the provider';
  return commits.decided(async () => {
    const stored = await payments.find(organizationId, orderId);
    const { n } = currentAttempt(payment);
    const decision = decideReport({ attempt: n, amount, at, result: 'failed', retryable: false, reason }, stored);
    if (decision.outcome === 'recorded') {
      const { change } = decision;
      return { result: undefined, ...paymentEffects(call, change, stored), hint: sagaHint(change.payment, call.cause) };
    }
    return { result: stored === undefined || stored.status === 'initiated' ? undefined : stored };
  });
}
