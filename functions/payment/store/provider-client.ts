import { readSecret } from '../../shared/aws/secret.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { signatureHeader, signBody } from '../../shared/input/body-signature.ts';
import { jsonObject } from '../../shared/input/json-object.ts';
import { oneLine, textErrors, truncated } from '../../shared/input/text.ts';
import { childTraceparent, type Trace } from '../../shared/trace.ts';
import type { Cancelling, Charging, PaymentProvider, ProviderOutage } from '../model/provider.ts';

const timeoutMs = 10_000;
const maxReasonLength = 200;

/**
 * The statuses that say something about the charge. Any other is a fault, so that a wrong address (404) or secret (401, 403) does not
 * decline every order.
 */
const finalStatuses = [200, 202, 400, 402, 422];
/** Only these 409 codes are final. Any other, such as a key locked by a concurrent request, is a fault. */
const finalConflicts = ['voided', 'idempotency_key_reused'];

export type HttpProviderSettings = {
  /** Without a trailing slash. */
  baseUrl: string;
  secret: () => Promise<string>;
  timeoutMs: number;
};

/** The secret with which we sign requests, and the provider its reports. */
export const providerSecret = () => readSecret(environment('PAYMENT_PROVIDER_SECRET_ARN'));

/** The provider of this deployment. */
export const paymentProvider = (): PaymentProvider =>
  httpProvider({ baseUrl: environment('PAYMENT_PROVIDER_URL'), secret: providerSecret, timeoutMs });

/** The provider over HTTP. Every request is signed, carries its idempotency key and is tried once. */
export function httpProvider(settings: HttpProviderSettings): PaymentProvider {
  return {
    async charge({ key, ...charge }, trace): Promise<Charging> {
      const answer = await send(settings, { path: '/charges', key, body: charge, trace });
      if ('outcome' in answer) return answer;
      // 200 is a charge that the provider knows already: its report says how it ends.
      if (answer.status === 202 || answer.status === 200) return { outcome: 'requested' };
      if (answer.error === 'voided') return { outcome: 'voided' };
      return { outcome: 'refused', reason: reasonOf(answer) };
    },
    async cancel(key, trace): Promise<Cancelling> {
      const path = `/charges/${encodeURIComponent(key)}/cancel`;
      // The key is in the body too, since the body is what is signed.
      const answer = await send(settings, { path, key, body: { idempotencyKey: key }, trace });
      if ('outcome' in answer) return answer;
      const { status, chargeStatus } = answer;
      if (status === 200 && (chargeStatus === 'voided' || chargeStatus === 'refunded')) return { outcome: chargeStatus };
      return { outcome: 'refused', reason: reasonOf(answer) };
    },
  };
}

type ProviderRequest = { path: string; key: string; body: object; trace: Trace };
type ProviderAnswer = { status: number; chargeStatus: string | undefined; error: string | undefined };

/** The provider's own code if it gave one, fit for an event and for a log. */
const reasonOf = ({ status, error = '' }: ProviderAnswer) =>
  truncated(oneLine(error), maxReasonLength) || `the provider answered ${status}`;

async function send(
  { baseUrl, secret, timeoutMs }: HttpProviderSettings,
  { path, key, body, trace }: ProviderRequest,
): Promise<ProviderAnswer | ProviderOutage> {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    'X-Correlation-Id': trace.correlationId,
    traceparent: childTraceparent(trace.traceparent),
    [signatureHeader]: signBody(text, await secret(), Date.now()),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${baseUrl}${path}`, { method: 'POST', headers, body: text, redirect: 'error', signal });
    const answer = answerFrom(response.status, await response.text());
    return isFinal(answer) ? answer : outage(path, `status ${answer.status}`);
  } catch (thrown) {
    // `fetch` gives the reason only in the cause.
    return outage(path, causeText(thrown instanceof TypeError ? (thrown.cause ?? thrown) : thrown));
  }
}

const outage = (path: string, fault: string): ProviderOutage => ({
  outcome: 'unavailable',
  reason: `no usable answer to ${path}: ${fault}`,
});

const isFinal = ({ status, error = '' }: ProviderAnswer) =>
  status === 409 ? finalConflicts.includes(error) : finalStatuses.includes(status);

/** Reads no more than it needs: `status` of a cancelled charge, `error` of a refusal. Any other text has neither. */
function answerFrom(status: number, text: string): ProviderAnswer {
  const { status: chargeStatus, error } = jsonObject(text) ?? {};
  return {
    status,
    chargeStatus: typeof chargeStatus === 'string' ? chargeStatus : undefined,
    error: typeof error === 'string' && textErrors(error).length === 0 ? error : undefined,
  };
}
