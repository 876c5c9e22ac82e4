import type { Money } from '../../../generated/shared.ts';
import type { Trace } from '../../shared/trace.ts';

export type ProviderCharge = {
  /** The provider charges once for a key, however often it is asked. */
  key: string;
  amount: Money;
  /** The provider's token of the card. */
  source: string;
  /** Comes back with the report. */
  reference: { organizationId: string; orderId: string; attempt: number };
  callbackUrl: string;
};

/** Whether money moves is told later, by a signed callback. */
export type Charging =
  | { outcome: 'requested' }
  /** The key was cancelled before: it is never charged. */
  | { outcome: 'voided' }
  /** Asking again would be refused again. */
  | { outcome: 'refused'; reason: string };

export type Cancelling = { outcome: 'voided' | 'refunded' } | { outcome: 'refused'; reason: string };

/**
 * Whoever moves the money. Both methods may be repeated with the same key.
 * They throw {ProviderUnavailableError} when there was no answer: nothing is known then of what the provider did.
 */
export type PaymentProvider = {
  charge(charge: ProviderCharge, trace: Trace): Promise<Charging>;
  /** Voids a charge not made yet, also one not asked for yet; refunds, once, one that was made. */
  cancel(key: string, trace: Trace): Promise<Cancelling>;
};

/** The provider gave no usable answer within the time there was. The platform tries again. */
export class ProviderUnavailableError extends Error {
  override readonly name = 'ProviderUnavailableError';
}
