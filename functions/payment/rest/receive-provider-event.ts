import type { ProviderEvent } from '../../../generated/rest/types.ts';
import { signatureHeader } from '../../shared/input/body-signature.ts';
import { log } from '../../shared/log.ts';
import { notFound, ok, problem, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { type ChargeReport, decideReport } from '../model/charging.ts';
import { readProviderMessage } from '../model/provider-message.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';
import { isFromProvider } from '../store/provider-secret.ts';
import { sagaHint } from '../store/waiting-saga.ts';

/** Checks the signature first. Acknowledges events we ignore, or the provider would resend them. */
export const receiveProviderEvent = route('POST /payments/webhook', async ({ body, rawBody, headers, receivedAt, cause }) => {
  const signature = headers[signatureHeader.toLowerCase()];
  if (!(await isFromProvider({ body: rawBody, signature, nowMs: Date.parse(receivedAt) }))) {
    return problem('invalid-signature', { detail: `${signatureHeader} must sign this very body, not more than 5 minutes ago` });
  }
  const message = readProviderMessage(body);
  switch (message.outcome) {
    case 'event':
      return recordReport(message.event, receivedAt);
    case 'ignored':
      log.info('provider event ignored', { type: body.type, correlationId: cause.correlationId });
      return ok({ received: true });
    case 'malformed':
      return unprocessable('the body is not an event of its type', message.errors);
  }
});

/** Commits the report. A charge that is not known yet has to be reported again. */
async function recordReport(event: ProviderEvent, at: string) {
  const { organizationId, orderId } = event.reference;
  const stored = await payments.find(organizationId, orderId);
  const decision = decideReport(reportOf(event, at), stored);
  if (decision.outcome === 'amount-mismatch') {
    const { amountMinor, currency } = decision.expected;
    const detail = `the charge was requested over ${amountMinor} minor units of ${currency}: nothing was recorded`;
    return problem('amount-mismatch', { detail });
  }
  if (decision.outcome === 'nothing-new') return ok({ received: true } as const);
  if (decision.outcome === 'unknown-charge' || stored === undefined) {
    return notFound('no such charge is known here, or not yet: report it again');
  }
  // The report belongs to the trace of the order, not to one of the provider's.
  const { correlationId, traceparent } = stored;
  const cause = { organizationId, correlationId, traceparent, causationId: event.eventId };
  if (decision.outcome === 'second-charge') {
    const { chargeId, reference } = event;
    log.error('charged twice for one attempt: the second charge is owed back', { correlationId, chargeId, ...reference });
    return {
      answer: ok({ received: true } as const),
      ...paymentEffects({ organizationId, at, cause }, decision.change, stored),
      cause,
    };
  }
  return {
    answer: ok({ received: true } as const),
    ...paymentEffects({ organizationId, at, cause }, decision.change, stored),
    cause,
    hint: sagaHint(decision.change.payment, { correlationId }),
  };
}

function reportOf(event: ProviderEvent, at: string): ChargeReport {
  const about = { attempt: event.reference.attempt, amount: event.amount, at };
  return event.type === 'charge.completed'
    ? { ...about, result: 'completed', chargeId: event.chargeId, transactionId: event.transactionId }
    : { ...about, result: 'failed', retryable: event.retryable, reason: event.reason };
}
