import type { ProviderEvent } from '../../../../generated/rest/types.ts';
import { signatureHeader } from '../../../shared/input/body-signature.ts';
import { jsonObject } from '../../../shared/input/json-object.ts';
import type { ProviderReport, ReadReport } from '../../model/provider.ts';
import { readProviderMessage } from '../../model/provider-message.ts';
import { isFromProvider } from './http-secret.ts';

/** Checks the signature first, then reads the report as the contract describes it. */
export const readReport: ReadReport = async ({ body, headers, nowMs }) => {
  if (!(await isFromProvider({ body, signature: headers[signatureHeader.toLowerCase()], nowMs }))) {
    return { outcome: 'unsigned', detail: `${signatureHeader} must sign this very body, not more than 5 minutes ago` };
  }
  const message = readProviderMessage(jsonObject(body) ?? {});
  return message.outcome === 'event' ? reportOf(message.event) : message;
};

function reportOf(event: ProviderEvent): ProviderReport {
  const { eventId, reference, amount, chargeId } = event;
  const about = { outcome: 'charge' as const, eventId, reference, unmatched: 'refuse' as const };
  if (event.type === 'charge.completed') {
    return { ...about, report: { result: 'completed', amount, chargeId, transactionId: event.transactionId } };
  }
  const { retryable, reason } = event;
  return { ...about, report: { result: 'failed', amount, chargeId, retryable, reason } };
}
