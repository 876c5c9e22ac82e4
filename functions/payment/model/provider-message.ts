import type { ProviderEvent } from '../../../generated/rest/types.ts';
import { validateProviderEvent } from '../../../generated/validators/payment.ts';
import { inputErrors } from '../../shared/input/input-errors.ts';

export type ProviderMessage =
  | { outcome: 'event'; event: ProviderEvent }
  /** Its type is none that payment uses. It would be no different if it were sent again. */
  | { outcome: 'ignored' }
  | { outcome: 'malformed'; errors: ReturnType<typeof inputErrors> };

const known: Readonly<Record<ProviderEvent['type'], true>> = { 'charge.completed': true, 'charge.failed': true };

/** Reads what the provider sent, after its signature was verified. */
export function readProviderMessage(body: Readonly<Record<string, unknown>>): ProviderMessage {
  if (!Object.hasOwn(known, String(body.type))) return { outcome: 'ignored' };
  if (validateProviderEvent(body)) return { outcome: 'event', event: body };
  return { outcome: 'malformed', errors: inputErrors(validateProviderEvent.errors) };
}
