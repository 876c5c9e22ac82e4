import { currencyDigits } from '../../../../generated/currencies.ts';
import { jsonObject, objectOf } from '../../../shared/input/json-object.ts';
import type { ChargeRequest } from './simulated-charge.ts';

/** Reads the body of POST /charges; undefined when it is not one. */
export function readChargeRequest(body: string): ChargeRequest | undefined {
  const { amount, source, callbackUrl, reference } = jsonObject(body) ?? {};
  const { amountMinor, currency } = objectOf(amount) ?? {};
  const { organizationId, orderId, attempt } = objectOf(reference) ?? {};
  if (typeof amountMinor !== 'number' || !Number.isSafeInteger(amountMinor) || amountMinor < 0) return undefined;
  if (typeof currency !== 'string' || !currencyDigits.has(currency)) return undefined;
  if (typeof source !== 'string' || typeof attempt !== 'number') return undefined;
  if (typeof organizationId !== 'string' || typeof orderId !== 'string') return undefined;
  if (typeof callbackUrl !== 'string' || !/^https?:$/.test(URL.parse(callbackUrl)?.protocol ?? '')) return undefined;
  return { amount: { amountMinor, currency }, source, callbackUrl, reference: { organizationId, orderId, attempt } };
}

/** The id in the body of POST /refunds; undefined when there is none. */
export function readRefundedId(body: string): string | undefined {
  const { chargeId } = jsonObject(body) ?? {};
  return typeof chargeId === 'string' ? chargeId : undefined;
}

/** The token in the body of POST /payment-methods/validate; undefined when there is none. */
export function readSource(body: string): string | undefined {
  const { source } = jsonObject(body) ?? {};
  return typeof source === 'string' ? source : undefined;
}

/** The key in the body of POST /charges/{key}/cancel, which must be the one in the path. */
export function readCancelledKey(body: string): string | undefined {
  const { idempotencyKey } = jsonObject(body) ?? {};
  return typeof idempotencyKey === 'string' ? idempotencyKey : undefined;
}
