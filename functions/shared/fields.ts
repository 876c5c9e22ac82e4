import type { Money } from '../../generated/shared.ts';

type Item = Record<string, unknown>;

/** The fields of a stored map, or of anything from outside; what is no object has none. */
export const fieldsOf = (value: unknown): Item => (typeof value === 'object' && value !== null ? { ...value } : {});

/** The elements of a stored list; what is no list has none. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The maps of a stored list of maps. */
export const recordsOf = (value: unknown): Item[] => listOf(value).map(fieldsOf);

/** A stored amount of money. */
export function moneyFrom(value: unknown): Money {
  const { amountMinor, currency } = fieldsOf(value);
  return { amountMinor: Number(amountMinor), currency: String(currency) };
}
