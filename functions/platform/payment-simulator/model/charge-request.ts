import { fieldsOf } from '../../../shared/fields.ts';
import type { ChargeRequest } from './simulated-charge.ts';

/** Reads the body of POST /charges; undefined when it is not one. */
export function readChargeRequest(body: string): ChargeRequest | undefined {
  const { amount, source, callbackUrl, reference } = fieldsOf(parsed(body));
  const { amountMinor, currency } = fieldsOf(amount);
  const { organizationId, orderId, attempt } = fieldsOf(reference);
  if (typeof amountMinor !== 'number' || !Number.isSafeInteger(amountMinor) || amountMinor < 0) return undefined;
  if (typeof currency !== 'string' || typeof source !== 'string' || typeof attempt !== 'number') return undefined;
  if (typeof organizationId !== 'string' || typeof orderId !== 'string') return undefined;
  if (typeof callbackUrl !== 'string' || !/^https?:$/.test(URL.parse(callbackUrl)?.protocol ?? '')) return undefined;
  return { amount: { amountMinor, currency }, source, callbackUrl, reference: { organizationId, orderId, attempt } };
}

/** The key that the body of POST /charges/{key}/cancel names, which must be the path's. */
export function readCancelledKey(body: string): string | undefined {
  const { idempotencyKey } = fieldsOf(parsed(body));
  return typeof idempotencyKey === 'string' ? idempotencyKey : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
