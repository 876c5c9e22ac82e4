import { setTimeout } from 'node:timers/promises';
import { signatureHeader, signBody } from '../../shared/body-signature.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { readSecret } from '../../shared/secret.ts';
import { childTraceparent, type Trace } from '../../shared/trace.ts';
import { type Cancelling, type Charging, type PaymentProvider, ProviderUnavailableError } from '../model/provider.ts';

const tries = 3;
const tryTimeoutMs = 10_000;
const pauseLimitMs = 10_000;

/**
 * The answers that speak of the charge. Any other is a fault, so that a wrong address (404) or secret (401, 403) does not decline
 * every order there is.
 */
const spokenStatuses = [200, 202, 400, 402, 422];
/** A conflict speaks of the charge only so. Any other, as a key that another request of ours holds this moment, passes. */
const spokenConflicts = ['voided', 'idempotency_key_reused'];

export type HttpProviderSettings = {
  /** Without a slash at its end. */
  baseUrl: string;
  secret: () => Promise<string>;
  /** All tries and pauses together: what the caller's own deadline leaves. */
  withinMs: number;
  pause?: (ms: number) => Promise<unknown>;
};

/** The provider of this deployment; `withinMs` bounds a whole call, retries included. */
export const paymentProvider = (withinMs: number): PaymentProvider =>
  httpProvider({
    baseUrl: environment('PAYMENT_PROVIDER_URL'),
    secret: () => readSecret(environment('PAYMENT_PROVIDER_SECRET_ARN')),
    withinMs,
  });

/** The provider over HTTP: every request signed and bearing its idempotency key, faults retried, refusals told as values. */
export function httpProvider(settings: HttpProviderSettings): PaymentProvider {
  return {
    async charge({ key, ...charge }, trace): Promise<Charging> {
      const answer = await send(settings, { path: '/charges', key, body: charge, trace });
      // 200 is a charge that the provider knows already: how it ends is told by its report.
      if (answer.status === 202 || answer.status === 200) return { outcome: 'requested' };
      if (answer.error === 'voided') return { outcome: 'voided' };
      return { outcome: 'refused', reason: reasonOf(answer) };
    },
    async cancel(key, trace): Promise<Cancelling> {
      const path = `/charges/${encodeURIComponent(key)}/cancel`;
      // The key is in the body too, since the body is what is signed.
      const answer = await send(settings, { path, key, body: { idempotencyKey: key }, trace });
      const { outcome } = answer;
      if (answer.status === 200 && (outcome === 'voided' || outcome === 'refunded')) return { outcome };
      return { outcome: 'refused', reason: reasonOf(answer) };
    },
  };
}

type ProviderRequest = { path: string; key: string; body: object; trace: Trace };
type ProviderAnswer = { status: number; outcome?: string; error?: string };

const reasonOf = ({ status, error }: ProviderAnswer) => error?.slice(0, 200) ?? `the provider answered ${status}`;

/** @throws {ProviderUnavailableError} when no try got an answer that says something about the charge */
async function send(settings: HttpProviderSettings, request: ProviderRequest): Promise<ProviderAnswer> {
  const { withinMs, pause = setTimeout } = settings;
  const deadlineMs = performance.now() + withinMs;
  for (let tried = 1; ; tried++) {
    const leftMs = Math.ceil(deadlineMs - performance.now());
    const answer = await sendOnce(settings, request, Math.min(tryTimeoutMs, Math.max(leftMs, 1)));
    if (!('fault' in answer)) return answer;
    const pauseMs = 1000 + Math.random() * (Math.min(1000 * 2 ** tried, pauseLimitMs) - 1000);
    if (tried === tries || performance.now() + pauseMs >= deadlineMs) {
      throw new ProviderUnavailableError(`no answer to ${request.path} after ${tried} tries: ${answer.fault}`);
    }
    await pause(pauseMs);
  }
}

async function sendOnce(
  { baseUrl, secret }: HttpProviderSettings,
  { path, key, body, trace }: ProviderRequest,
  timeoutMs: number,
): Promise<ProviderAnswer | { fault: string }> {
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
    const answer = { status: response.status, ...fieldsOf(await response.text()) };
    return speaksOfCharge(answer) ? answer : { fault: `status ${answer.status}` };
  } catch (thrown) {
    // `fetch` says why only in the cause.
    return { fault: causeText(thrown instanceof TypeError ? (thrown.cause ?? thrown) : thrown) };
  }
}

const speaksOfCharge = ({ status, error }: ProviderAnswer) =>
  status === 409 ? spokenConflicts.includes(error ?? '') : spokenStatuses.includes(status);

/** What we read of an answer: `status` of a cancelled charge, `error` of a refusal. One that is not ours to read has neither. */
function fieldsOf(text: string): { outcome?: string; error?: string } {
  try {
    const { status, error }: { status?: unknown; error?: unknown } = { ...JSON.parse(text) };
    return { ...(typeof status === 'string' && { outcome: status }), ...(typeof error === 'string' && { error }) };
  } catch {
    return {};
  }
}
