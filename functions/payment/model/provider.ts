import type { Money } from '../../../generated/shared.ts';
import type { inputErrors } from '../../shared/input/input-errors.ts';
import type { SignedBody } from '../../shared/input/signed-body.ts';
import type { Trace } from '../../shared/trace.ts';
import type { ChargeReport } from './charging.ts';

/** What comes back with a report. */
export type ChargeReference = { organizationId: string; orderId: string; attempt: number };

export type ProviderCharge = {
  /** The provider charges once for a key, however often it is asked. */
  key: string;
  amount: Money;
  /** The provider's token of the card. */
  source: string;
  reference: ChargeReference;
  /** Where reports are sent to, at providers that are told with each charge. */
  callbackUrl: string;
  /** The provider's id of the charge, if an earlier call has opened it. */
  chargeId?: string;
  /**
   * A provider that names the charge before money moves calls this in between. False means that the attempt has ended: then the charge
   * must not be made.
   */
  opened: (chargeId: string) => Promise<boolean>;
};

/** A charge to give back, or to keep from being made. */
export type ChargeToReverse = Pick<ProviderCharge, 'key' | 'reference' | 'chargeId'>;

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
  /** `chargeId` is the charge whose money is on its way back, if the provider names it. */
  | { outcome: 'refunded'; chargeId?: string }
  /** The provider works on it: ask again later. */
  | { outcome: 'pending'; reason: string }
  | { outcome: 'refused'; reason: string }
  | ProviderOutage;

/** Whether the provider could charge a token. Nothing is charged by asking. */
export type Validation = { outcome: 'valid' } | { outcome: 'invalid'; reason: string } | ProviderOutage;

/** The payment provider. A call is tried once: the state machine repeats charges, and payment's own job repeats cancellations. */
export type PaymentProvider = {
  charge(charge: ProviderCharge, trace: Trace): Promise<Charging>;
  /** Voids a charge that was not made yet, even one that was never requested. Refunds one that was made, once. */
  cancel(charge: ChargeToReverse, trace: Trace): Promise<Cancelling>;
  /** Refunds one charge by its id, once: for a charge whose key is that of another. */
  refund(charge: ChargeToReverse & { chargeId: string }, trace: Trace): Promise<Cancelling>;
  validate(token: string, trace: Trace): Promise<Validation>;
};

type ReportOfCharge<Report> = Report extends ChargeReport ? Omit<Report, 'attempt' | 'at'> : never;

/** What came by the provider's callback. */
export type ProviderReport =
  | { outcome: 'unsigned'; detail: string }
  /** It is none that payment uses, and would be no different if it were sent again. */
  | { outcome: 'ignored' }
  | { outcome: 'malformed'; errors: ReturnType<typeof inputErrors> }
  | {
      outcome: 'charge';
      eventId: string;
      reference: ChargeReference;
      report: ReportOfCharge<ChargeReport>;
      /**
       * What to do when it matches nothing that is stored. `refuse`: answer that it does, so that it is reported again. `give-back`: accept it,
       * since a refusal would make the provider switch the callback off; money of another amount is owed back.
       */
      unmatched: 'refuse' | 'give-back';
    }
  | { outcome: 'refund-failed'; eventId: string; reference: ChargeReference; chargeId: string; reason: string };

/** Checks the signature of what came by the callback, and reads it: see `#provider-report`. */
export type ReadReport = (
  sent: Omit<SignedBody, 'signature'> & { headers: Readonly<Record<string, string>> },
) => Promise<ProviderReport>;

/** The payment provider of a stage. Which one is bundled is decided when the stage is built: see `#payment-provider`. */
export type ProviderAdapter = {
  /** The provider of this deployment. It is kept for the life of the process, and its circuit breaker with it. */
  paymentProvider(): PaymentProvider;
  /** Reads ahead what calls and reports need. */
  readSecrets(): Promise<unknown>;
};
