import { readReport } from '#provider-report';
import { log } from '../../shared/log.ts';
import { notFound, ok, problem, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { type ChargeReport, decideReport, type ReportDecision, recordSecondCharge } from '../model/charging.ts';
import type { ProviderReport } from '../model/provider.ts';
import { decideRefundFailure } from '../model/reversal.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';
import { sagaHint } from '../store/waiting-saga.ts';

/** Checks the signature first. Acknowledges events we ignore, or the provider would resend them. */
export const receiveProviderEvent = route('POST /payments/webhook', async ({ body, rawBody, headers, receivedAt, cause }) => {
  const report = await readReport({ body: rawBody, headers, nowMs: Date.parse(receivedAt) });
  switch (report.outcome) {
    case 'unsigned':
      return problem('invalid-signature', { detail: report.detail });
    case 'malformed':
      return unprocessable('the body is not an event of its type', report.errors);
    case 'ignored':
      log.info('provider event ignored', { type: body.type, correlationId: cause.correlationId });
      return received;
    case 'charge':
      return recordCharge(report, receivedAt);
    case 'refund-failed':
      return recordRefundFailure(report, receivedAt);
  }
});

const received = ok({ received: true } as const);

type ReportedCharge = Extract<ProviderReport, { outcome: 'charge' }>;

/** Commits the report. A charge that is not known yet has to be reported again, unless the provider cannot be asked for that. */
async function recordCharge({ reference, report: reported, eventId, unmatched }: ReportedCharge, at: string) {
  const { organizationId, orderId, attempt } = reference;
  const stored = await payments.find(organizationId, orderId);
  const report: ChargeReport = { ...reported, attempt, at };
  const decision = decideReport(report, stored);
  if (decision.outcome === 'nothing-new') return received;
  if (decision.outcome === 'unknown-charge' || stored === undefined || stored.status === 'tombstone') {
    if (unmatched === 'refuse') return notFound('no such charge is known here, or not yet: report it again');
    log.warn('a charge was reported that is not known here', { ...reference, chargeId: report.chargeId, eventId });
    return received;
  }
  // The report belongs to the trace of the order, not to one of the provider's.
  const { correlationId, traceparent } = stored;
  const cause = { organizationId, correlationId, traceparent, causationId: eventId };
  if (decision.outcome === 'recorded') {
    return {
      answer: received,
      ...paymentEffects({ organizationId, at, cause }, decision.change, stored),
      cause,
      hint: sagaHint(decision.change.payment, { correlationId }),
    };
  }
  if (decision.outcome === 'amount-mismatch' && unmatched === 'refuse') {
    const { amountMinor, currency } = decision.expected;
    const detail = `the charge was requested over ${amountMinor} minor units of ${currency}: nothing was recorded`;
    return problem('amount-mismatch', { detail });
  }
  const givingBack: ReportDecision =
    decision.outcome === 'second-charge' || report.result === 'failed' ? decision : recordSecondCharge(report, stored);
  const { chargeId, amount } = report;
  if (givingBack.outcome !== 'second-charge') return received;
  log.error('charged for nothing that was asked for: it is owed back', { correlationId, chargeId, amount, ...reference });
  return { answer: received, ...paymentEffects({ organizationId, at, cause }, givingBack.change, stored), cause };
}

type FailedRefund = Extract<ProviderReport, { outcome: 'refund-failed' }>;

/** The money is owed again, and payment's job repeats the refund. */
async function recordRefundFailure({ reference, chargeId, reason, eventId }: FailedRefund, at: string) {
  const { organizationId, orderId } = reference;
  const stored = await payments.find(organizationId, orderId);
  const change = decideRefundFailure({ chargeId, at }, stored);
  if (change === undefined || stored === undefined) return received;
  const { correlationId, traceparent } = stored;
  const cause = { organizationId, correlationId, traceparent, causationId: eventId };
  log.error('a refund failed after it was announced: it is owed again', { correlationId, chargeId, reason, ...reference });
  return { answer: received, ...paymentEffects({ organizationId, at, cause }, change, stored), cause };
}
