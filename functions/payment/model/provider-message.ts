import type { ProviderEvent } from '../../../generated/rest/payment.ts';
import { receiveProviderEventSignedBody } from '../../../generated/rest/payment-validators.mjs';
import { inputErrors } from '../../shared/input-errors.ts';
import type { InputError } from '../../shared/rest/answer.ts';

export type ProviderMessage =
  | { outcome: 'event'; event: ProviderEvent }
  /** Of a type that payment has no use for: sent again, it would have none either. */
  | { outcome: 'of-no-concern' }
  | { outcome: 'malformed'; errors: InputError[] };

const known: Readonly<Record<ProviderEvent['type'], true>> = { 'charge.completed': true, 'charge.failed': true };

/** Reads what the provider tells, after its signature was verified. */
export function readProviderMessage(body: { type: string }): ProviderMessage {
  if (!Object.hasOwn(known, body.type)) return { outcome: 'of-no-concern' };
  if (receiveProviderEventSignedBody(body)) return { outcome: 'event', event: body };
  return { outcome: 'malformed', errors: inputErrors(receiveProviderEventSignedBody.errors) };
}
