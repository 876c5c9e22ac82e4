import { BreakerOpenError, breakerOf, type CircuitBreaker } from '../../../shared/circuit-breaker.ts';
import { causeText } from '../../../shared/faults.ts';
import { signatureHeader, signBody } from '../../../shared/input/body-signature.ts';
import { jsonObject } from '../../../shared/input/json-object.ts';
import { oneLine, textErrors, truncated } from '../../../shared/input/text.ts';
import { childTraceparent, type Trace } from '../../../shared/trace.ts';
import type { Cancelling, Charging, PaymentProvider, ProviderOutage, Validation } from '../../model/provider.ts';

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

/**
 * The provider over HTTP. Every request is signed, carries its idempotency key and is tried once. Charges and cancellations share a
 * circuit breaker: while it is open, they are answered `unavailable` at once.
 */
export function httpProvider(given: HttpProviderSettings): PaymentProvider {
  const settings = { ...given, breaker: breakerOf('the payment provider', isOutage) };
  return {
    // This provider names no charge before it is made, so nothing is opened.
    async charge({ key, amount, source, reference, callbackUrl }, trace): Promise<Charging> {
      const body = { amount, source, reference, callbackUrl };
      const answer = await send(settings, { path: '/charges', key, body, trace });
      if ('outcome' in answer) return answer;
      // 200 is a charge that the provider knows already: its report says how it ends.
      if (answer.status === 202 || answer.status === 200) return { outcome: 'requested' };
      if (answer.error === 'voided') return { outcome: 'voided' };
      return { outcome: 'refused', reason: reasonOf(answer) };
    },
    async cancel({ key }, trace) {
      const path = `/charges/${encodeURIComponent(key)}/cancel`;
      // The key is in the body too, since the body is what is signed.
      return cancellingOf(await send(settings, { path, key, body: { idempotencyKey: key }, trace }));
    },
    async refund({ chargeId }, trace) {
      return cancellingOf(await send(settings, { path: '/refunds', key: `refund:${chargeId}`, body: { chargeId }, trace }));
    },
    async validate(token, trace): Promise<Validation> {
      const key = `validate:${trace.traceparent}`;
      const answer = await send(settings, { path: '/payment-methods/validate', key, body: { source: token }, trace });
      if ('outcome' in answer) return answer;
      return answer.status === 200 && answer.statusText === 'valid'
        ? { outcome: 'valid' }
        : { outcome: 'invalid', reason: reasonOf(answer) };
    },
  };
}

function cancellingOf(answer: ProviderAnswer | ProviderOutage): Cancelling {
  if ('outcome' in answer) return answer;
  const { status, statusText, chargeId } = answer;
  if (status === 200 && statusText === 'voided') return { outcome: 'voided' };
  if (status === 200 && statusText === 'refunded') return { outcome: 'refunded', ...(chargeId && { chargeId }) };
  return { outcome: 'refused', reason: reasonOf(answer) };
}

type ProviderRequest = { path: string; key: string; body: object; trace: Trace };
type ProviderAnswer = {
  status: number;
  statusText: string | undefined;
  chargeId: string | undefined;
  error: string | undefined;
};

/** The provider's own code if it gave one, fit for an event and for a log. */
const reasonOf = ({ status, error = '' }: ProviderAnswer) =>
  truncated(oneLine(error), maxReasonLength) || `the provider answered ${status}`;

async function send(
  settings: HttpProviderSettings & { breaker: CircuitBreaker },
  request: ProviderRequest,
): Promise<ProviderAnswer | ProviderOutage> {
  try {
    return await settings.breaker.run(() => sendOnce(settings, request));
  } catch (thrown) {
    if (thrown instanceof NoUsableAnswerError || thrown instanceof BreakerOpenError) return outage(request.path, thrown.message);
    throw thrown;
  }
}

/** The provider could not be reached, or answered nothing that says how the charge stands. */
class NoUsableAnswerError extends Error {
  override readonly name = 'NoUsableAnswerError';
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** A conflict, such as a key that is in use, concerns one charge: the provider is there. */
const isOutage = (thrown: unknown) => thrown instanceof NoUsableAnswerError && thrown.status !== 409;

/** @throws {NoUsableAnswerError} */
async function sendOnce(
  { baseUrl, secret, timeoutMs }: HttpProviderSettings,
  { path, key, body, trace }: ProviderRequest,
): Promise<ProviderAnswer> {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    'X-Correlation-Id': trace.correlationId,
    traceparent: childTraceparent(trace.traceparent),
    [signatureHeader]: signBody(text, await secret(), Date.now()),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  const request = { method: 'POST', headers, body: text, redirect: 'error', signal } as const;
  const answer = await fetch(`${baseUrl}${path}`, request)
    .then(async (response) => answerFrom(response.status, await response.text()))
    .catch((thrown: unknown) => {
      // `fetch` gives the reason only in the cause.
      throw new NoUsableAnswerError(causeText(thrown instanceof TypeError ? (thrown.cause ?? thrown) : thrown));
    });
  if (!isFinal(answer)) throw new NoUsableAnswerError(`status ${answer.status}`, answer.status);
  return answer;
}

const outage = (path: string, fault: string): ProviderOutage => ({
  outcome: 'unavailable',
  reason: `no usable answer to ${path}: ${fault}`,
});

const isFinal = ({ status, error = '' }: ProviderAnswer) =>
  status === 409 ? finalConflicts.includes(error) : finalStatuses.includes(status);

/** Reads no more than it needs: `status` of a charge or token, `chargeId` of a cancelled charge, `error` of a refusal. Any other text has neither. */
function answerFrom(status: number, text: string): ProviderAnswer {
  const { status: statusText, chargeId, error } = jsonObject(text) ?? {};
  return {
    status,
    statusText: typeof statusText === 'string' ? statusText : undefined,
    chargeId: typeof chargeId === 'string' && textErrors(chargeId).length === 0 ? chargeId : undefined,
    error: typeof error === 'string' && textErrors(error).length === 0 ? error : undefined,
  };
}
