import { signatureHeader, signBody } from '../../functions/shared/input/body-signature.ts';
import type { Money } from '../../generated/shared.ts';
import { fieldsOf } from '../kit/fields.ts';
import type { Charge } from '../kit/invariants.ts';
import { moneyFrom } from '../kit/market-items.ts';

export type Report = 'completed' | 'retryable' | 'final';
/** A charge at the provider: what became of it, and what it has still to report. */
export type ProviderCharge = Charge & {
  n: number;
  status: 'requested' | 'charged' | 'declined' | 'voided' | 'refunded';
  reports: Report[];
  /** The provider's fault: a charge beside the one of its key, known by its id alone. */
  isSecond?: true;
  /** It was made and is never reported. */
  isSilent?: true;
  /** It will never be worked on. */
  isForgotten: boolean;
};
/** The payment provider: a key is charged once, and cancelling it is final. */
export type Provider = Map<string, ProviderCharge>;

export const providerUrl = 'http://provider.test';
export const providerSecret = 'a secret that we share with the provider';
const nothing: Money = { amountMinor: 0, currency: 'EUR' };

export type ProviderRequest = { path: string; key: string; body: unknown };

/** What `fetch` throws when nobody answers. */
export const unreachableProvider = () => Object.assign(new TypeError('fetch failed'), { cause: new Error('nobody answers') });

/** Answers a request to the provider's API, as its documentation says. */
export function answerRequest(provider: Provider, { path, key, body }: ProviderRequest): Response {
  if (path === '/charges') {
    const { amount, reference } = fieldsOf(body);
    const { orderId, attempt } = fieldsOf(reference);
    const known = knownCharge(provider, key, { orderId: String(orderId), n: Number(attempt), amount: moneyFrom(amount) });
    return known.status === 'voided'
      ? Response.json({ error: 'voided' }, { status: 409 })
      : Response.json({ status: 'requested' }, { status: 202 });
  }
  if (path === '/refunds') {
    const { chargeId } = fieldsOf(body);
    return refunded([...provider.values()].find((charge) => chargeIdOf(charge) === chargeId));
  }
  const charge = cancelled(provider, key);
  return Response.json({ status: charge.status, ...(charge.status === 'refunded' && { chargeId: chargeIdOf(charge) }) });
}

/** The id of a second charge is all that it is known by. */
const chargeIdOf = ({ key, isSecond }: ProviderCharge) => (isSecond ? key : `charge_${key}`.replaceAll(':', '_'));

/** Refunds a charge by its id, once. */
function refunded(charge: ProviderCharge | undefined): Response {
  if (charge === undefined) return Response.json({ error: 'unknown_charge' }, { status: 404 });
  if (charge.status === 'charged') charge.refunds += 1;
  charge.status = 'refunded';
  return Response.json({ status: 'refunded' });
}

export const secondKeyOf = ({ key }: ProviderCharge) => `charge_second_${key}`.replaceAll(':', '_');

/** The provider charges the card once more for the same key. */
export function chargeAgain(provider: Provider, charge: ProviderCharge): void {
  const key = secondKeyOf(charge);
  provider.set(key, { ...charge, key, status: 'charged', refunds: 0, reports: ['completed'], isSecond: true });
}

/** Voids what was not charged yet, also what was never asked for, and refunds once what was. */
function cancelled(provider: Provider, key: string): ProviderCharge {
  const [orderId = '', n] = key.split(':');
  const known = knownCharge(provider, key, { orderId, n: Number(n), amount: nothing });
  if (known.status === 'charged') {
    known.status = 'refunded';
    known.refunds += 1;
  }
  if (known.status !== 'refunded') known.status = 'voided';
  return known;
}

function knownCharge(provider: Provider, key: string, asked: { orderId: string; n: number; amount: Money }): ProviderCharge {
  const known = provider.get(key) ?? { key, ...asked, status: 'requested', refunds: 0, reports: [], isForgotten: false };
  provider.set(key, known);
  return known;
}

/** What the provider sends to our webhook about a charge. */
export function reportOf(charge: ProviderCharge, organizationId: string, report: Report) {
  const { orderId, n, amount } = charge;
  const about = {
    eventId: `event_${n}_${report}`,
    chargeId: chargeIdOf(charge),
    reference: { organizationId, orderId, attempt: n },
    amount,
  };
  const event =
    report === 'completed'
      ? { type: 'charge.completed', ...about, transactionId: `transaction_${n}` }
      : { type: 'charge.failed', ...about, reason: report, retryable: report === 'retryable' };
  const rawBody = JSON.stringify(event);
  return { rawBody, headers: { [signatureHeader]: signBody(rawBody, providerSecret, Date.now()) } };
}
