import type { PaymentOperations, ProviderEvent } from '../../../generated/rest/payment.ts';
import { isSignatureOf, signatureHeader } from '../../shared/body-signature.ts';
import type { Cause } from '../../shared/cause.ts';
import { environment } from '../../shared/environment.ts';
import { log } from '../../shared/log.ts';
import { type Answer, notFound, ok, problem, unprocessable } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readSecret } from '../../shared/secret.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { type ChargeReport, reportCharge } from '../model/charging.ts';
import { readProviderMessage } from '../model/provider-message.ts';
import { findPayment, paymentCommit } from '../store/payment-table.ts';

/**
 * POST /payments/webhook: whatever the provider tells, signed. Only then is it looked at: what is of no concern is received, or the
 * provider would send it for ever.
 */
export const providerEventRoute: Route<PaymentOperations['POST /payments/webhook']> = async (request) => {
  const { body, rawBody, headers, receivedAt, cause } = request;
  const secret = await readSecret(environment('PAYMENT_PROVIDER_SECRET_ARN'));
  const signature = headers[signatureHeader.toLowerCase()];
  if (!isSignatureOf(rawBody, signature, secret, Date.parse(receivedAt))) {
    const detail = `${signatureHeader} must sign this very body, not more than 5 minutes ago`;
    return problem({ status: 401, slug: 'invalid-signature', detail });
  }
  const message = readProviderMessage(body);
  switch (message.outcome) {
    case 'event':
      return receive(message.event, receivedAt, cause);
    case 'of-no-concern':
      log.info('provider told what is of no concern', { type: body.type, correlationId: cause.correlationId });
      return ok({ received: true });
    case 'malformed':
      return unprocessable('the body is not an event of its type', message.errors);
  }
};

/** Commits a report and no more: payment's own consumer tells the saga. What nothing is stored for yet is to be reported again. */
async function receive(event: ProviderEvent, receivedAt: string, request: Cause): Promise<Answer> {
  const { organizationId, orderId } = event.reference;
  const reporting = await readDecideCommit(async () => {
    const stored = await findPayment(organizationId, orderId);
    const result = reportCharge(reportOf(event, receivedAt), stored?.payment);
    if (result.outcome !== 'recorded' || stored === undefined) return { result };
    // The report belongs to the trace of the order, not to one of the provider's.
    const cause = { ...request, ...stored.trace, organizationId, causationId: event.eventId };
    return { result, commit: paymentCommit(cause, stored, result.change) };
  });
  switch (reporting.outcome) {
    case 'recorded':
    case 'nothing-new':
      return ok({ received: true });
    case 'unknown-charge':
      return notFound('no such charge is known here, or not yet: report it again');
    case 'amount-mismatch': {
      const { amountMinor, currency } = reporting.expected;
      const detail = `the charge was to be of ${amountMinor} minor units of ${currency}: nothing was recorded`;
      return problem({ status: 422, slug: 'amount-mismatch', detail });
    }
  }
}

function reportOf(event: ProviderEvent, at: string): ChargeReport {
  const about = { attempt: event.reference.attempt, amount: event.amount, at };
  return event.type === 'charge.completed'
    ? { ...about, result: 'completed', chargeId: event.chargeId, transactionId: event.transactionId }
    : { ...about, result: 'failed', retryable: event.retryable, reason: event.reason };
}
