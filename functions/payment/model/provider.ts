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

/** There was no usable answer, so nothing is known of what the provider did. The call may be repeated with the same key. */
export type ProviderOutage = { outcome: 'unavailable'; reason: string };

/** Whether money was taken is reported later, by a signed callback. */
export type Charging =
  | { outcome: 'requested' }
  /** The key was cancelled before: it is never charged. */
  | { outcome: 'voided' }
  /** It would be refused again. */
  | { outcome: 'refused'; reason: string }
  | ProviderOutage;

export type Cancelling =
  | { outcome: 'voided' }
  /** `chargeId` is the charge whose money went back, if the provider names it. */
  | { outcome: 'refunded'; chargeId?: string }
  | { outcome: 'refused'; reason: string }
  | ProviderOutage;

/** The payment provider. A call is tried once: the state machine repeats charges, and payment's own job repeats cancellations. */
export type PaymentProvider = {
  charge(charge: ProviderCharge, trace: Trace): Promise<Charging>;
  /** Voids a charge that was not made yet, even one that was never requested. Refunds one that was made, once. */
  cancel(key: string, trace: Trace): Promise<Cancelling>;
  /** Refunds one charge by its id, once: for a charge whose key is that of another. */
  refund(chargeId: string, trace: Trace): Promise<Cancelling>;
};
