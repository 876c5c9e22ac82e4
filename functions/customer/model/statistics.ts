import { currencyDigits } from '../../../generated/currencies.ts';
import type { CustomerStatistics as ShownStatistics } from '../../../generated/rest/types.ts';
import type { Money } from '../../../generated/shared.ts';

/**
 * What has been heard of an order, whichever events came first. Facts are only ever added, so the same events give the same record in
 * every order of arrival and however often they come.
 */
export type OrderRecord = {
  orderId: string;
  /** Every event of the order itself carries it. */
  totalAmount?: Money | undefined;
  placedAt?: string | undefined;
  isCancelled: boolean;
  isDelivered: boolean;
  /** Its parcels came back or were lost: nothing more is delivered. */
  isUndeliverable: boolean;
  /** Counts the changes, from 1. */
  version: number;
};

export type OrderFacts = Partial<Omit<OrderRecord, 'orderId' | 'version'>>;

/** Counters over all orders of a customer. None is ever below zero: each order only ever takes back what it has given. */
export type Counters = {
  ordersPlaced: number;
  ordersDelivered: number;
  ordersCancelled: number;
  /** Neither delivered nor cancelled nor undeliverable. */
  ordersUnderWay: number;
  loyaltyPoints: number;
  /** Minor units, by currency. */
  amountsSpent: Readonly<Record<string, number>>;
};

export type CustomerStatistics = { counters: Counters; lastOrder?: OrderRecord | undefined };

export const noOrders: Counters = {
  ordersPlaced: 0,
  ordersDelivered: 0,
  ordersCancelled: 0,
  ordersUnderWay: 0,
  loyaltyPoints: 0,
  amountsSpent: {},
};

/** The record with more facts, and what the counters gain or lose by them. Undefined when all of them were known. */
export function withFacts(
  before: OrderRecord | undefined,
  orderId: string,
  facts: OrderFacts,
): { record: OrderRecord; gain: Counters } | undefined {
  const known: OrderRecord = before ?? { orderId, isCancelled: false, isDelivered: false, isUndeliverable: false, version: 0 };
  const news = Object.entries(facts).filter(([name, value]) => value !== undefined && !isKnown(known, name));
  if (news.length === 0) return undefined;
  const record: OrderRecord = { ...known, ...Object.fromEntries(news), version: known.version + 1 };
  return { record, gain: difference(countersOf(record), before === undefined ? noOrders : countersOf(before)) };
}

/** A fact that was heard once is never replaced. */
function isKnown(record: OrderRecord, name: string): boolean {
  const value = new Map<string, unknown>(Object.entries(record)).get(name);
  return value !== undefined && value !== false;
}

/** What one order counts. An order that was both delivered and cancelled, which no shop does, counts as delivered. */
export function countersOf({ totalAmount, isDelivered, isCancelled, isUndeliverable }: OrderRecord): Counters {
  // Until an event of the order itself has come, nothing is known but that its parcels failed.
  if (totalAmount === undefined) return noOrders;
  const { amountMinor, currency } = totalAmount;
  return {
    ordersPlaced: 1,
    ordersDelivered: isDelivered ? 1 : 0,
    ordersCancelled: isCancelled && !isDelivered ? 1 : 0,
    ordersUnderWay: isDelivered || isCancelled || isUndeliverable ? 0 : 1,
    loyaltyPoints: isDelivered ? loyaltyPointsFor(totalAmount) : 0,
    amountsSpent: isDelivered ? { [currency]: amountMinor } : {},
  };
}

/** One point for each whole unit of the currency: 12.50 euros are 12 points, 1,250 yen are 1,250. */
export function loyaltyPointsFor({ amountMinor, currency }: Money): number {
  const wholeUnit = 10 ** (currencyDigits.get(currency) ?? 2);
  // Without a fraction in between, which would be rounded in a very large amount.
  return (amountMinor - (amountMinor % wholeUnit)) / wholeUnit;
}

export const sum = (one: Counters, other: Counters): Counters => combined(one, other, (a, b) => a + b);
const difference = (one: Counters, other: Counters): Counters => combined(one, other, (a, b) => a - b);

function combined(one: Counters, other: Counters, combine: (a: number, b: number) => number): Counters {
  const currencies = new Set([...Object.keys(one.amountsSpent), ...Object.keys(other.amountsSpent)]);
  return {
    ordersPlaced: combine(one.ordersPlaced, other.ordersPlaced),
    ordersDelivered: combine(one.ordersDelivered, other.ordersDelivered),
    ordersCancelled: combine(one.ordersCancelled, other.ordersCancelled),
    ordersUnderWay: combine(one.ordersUnderWay, other.ordersUnderWay),
    loyaltyPoints: combine(one.loyaltyPoints, other.loyaltyPoints),
    amountsSpent: Object.fromEntries(
      [...currencies].map((currency) => [currency, combine(one.amountsSpent[currency] ?? 0, other.amountsSpent[currency] ?? 0)]),
    ),
  };
}

/** Statistics as the API shows them. */
export function shownStatistics({ counters, lastOrder }: CustomerStatistics): ShownStatistics {
  const { ordersUnderWay: _underWay, amountsSpent, ...counts } = counters;
  const { orderId, totalAmount, placedAt } = lastOrder ?? {};
  const isShown = orderId !== undefined && totalAmount !== undefined && placedAt !== undefined;
  return {
    ...counts,
    amountsSpent: Object.entries(amountsSpent)
      .map(([currency, amountMinor]) => ({ amountMinor, currency }))
      .sort((one, other) => (one.currency < other.currency ? -1 : 1)),
    ...(isShown && { lastOrder: { orderId, totalAmount, placedAt } }),
  };
}
