import type { Money } from '../../generated/shared.ts';
import type { Charge } from '../kit/invariants.ts';

export type Report = 'completed' | 'retryable' | 'final';
/** A charge at the provider: what became of it, and what it has still to report. */
export type ProviderCharge = Charge & {
  n: number;
  status: 'requested' | 'charged' | 'declined' | 'voided' | 'refunded';
  reports: Report[];
  /** It will never be worked on. */
  isForgotten: boolean;
};
/** The payment provider: a key is charged once, and cancelling it is final. */
export type Provider = Map<string, ProviderCharge>;

type Asked = { key: string; orderId: string; n: number; amount: Money };

/** Answers `voided` for a key that was cancelled before. */
export function charge(provider: Provider, asked: Asked): 'requested' | 'voided' {
  const known = provider.get(asked.key);
  if (known !== undefined) return known.status === 'voided' ? 'voided' : 'requested';
  provider.set(asked.key, { ...asked, status: 'requested', refunds: 0, reports: [], isForgotten: false });
  return 'requested';
}

/** Voids what was not charged yet, also what was never asked for, and refunds once what was. */
export function cancel(provider: Provider, asked: Asked): 'voided' | 'refunded' {
  charge(provider, asked);
  const known = provider.get(asked.key);
  if (known?.status === 'charged') {
    known.status = 'refunded';
    known.refunds += 1;
  }
  if (known === undefined || known.status === 'refunded') return 'refunded';
  known.status = 'voided';
  return 'voided';
}
