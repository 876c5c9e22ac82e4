import type { Payment } from '../../../generated/rest/types.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { callApi, type OnBehalf } from '../../shared/rest/api-call.ts';
import type { Part, Reading } from '../model/details.ts';

/** For each part on its own. A cold start of the function fits in. */
const timeoutMs = 3_000;

/** The payment as the caller may see it. */
export const readPayment = (paymentId: string, behalf: OnBehalf): Promise<Reading<Payment>> =>
  reading('payment', behalf, async () => {
    const functionName = environment('PAYMENT_API_FUNCTION_NAME');
    const reply = await callApi(functionName, 'GET /payments/{paymentId}', { params: { paymentId } }, behalf, timeoutMs);
    return reply.outcome === 'answered' ? reply.body : undefined;
  });

/** A part that cannot be read makes the answer poorer, but fails nothing. */
async function reading<Value>(
  part: Part,
  { cause: { correlationId } }: OnBehalf,
  read: () => Promise<Value | undefined>,
): Promise<Reading<Value>> {
  try {
    const value = await read();
    return value === undefined ? { outcome: 'none' } : { outcome: 'read', value };
  } catch (thrown) {
    log.warn('part of an order not read', { part, correlationId, cause: causeText(thrown) });
    return { outcome: 'unavailable' };
  }
}
