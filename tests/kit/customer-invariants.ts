import { loyaltyPointsFor } from '../../functions/customer/model/statistics.ts';
import type { Money } from '../../generated/shared.ts';

/** What a customer's orders come to, as the customer domain counts it. */
export type CustomerCounters = {
  customerId: string;
  ordersPlaced: number;
  ordersDelivered: number;
  ordersCancelled: number;
  ordersUnderWay: number;
  loyaltyPoints: number;
  /** Minor units, by currency. */
  amountsSpent: Readonly<Record<string, number>>;
};
type CountedOrder = { status: string; customerId?: string; totalAmount: Money };

/** Every order counts exactly once: as it is in the order domain. Each broken rule as a sentence. */
export function customerViolations(customers: readonly CustomerCounters[], orders: readonly CountedOrder[]): string[] {
  const ids = new Set([...customers, ...orders].flatMap(({ customerId = '' }) => (customerId === '' ? [] : [customerId])));
  return [...ids].flatMap((id) => {
    const counted = customers.find(({ customerId }) => customerId === id);
    const expected = countersOf(orders.filter(({ customerId }) => customerId === id));
    return Object.entries(expected).flatMap(([name, wanted]) => {
      const found = countIn(counted, name);
      return found === wanted ? [] : [`customer ${id} has ${found} ${name}, the orders come to ${wanted}`];
    });
  });
}

function countersOf(orders: readonly CountedOrder[]): Record<string, number> {
  const delivered = orders.filter(({ status }) => status === 'delivered').map(({ totalAmount }) => totalAmount);
  const currencies = new Set(orders.map(({ totalAmount }) => totalAmount.currency));
  return {
    ordersPlaced: orders.length,
    ordersDelivered: delivered.length,
    ordersCancelled: orders.filter(({ status }) => status === 'cancelled').length,
    loyaltyPoints: sum(delivered.map(loyaltyPointsFor)),
    ...Object.fromEntries(
      [...currencies].map((currency) => [
        currency,
        sum(delivered.filter((one) => one.currency === currency).map(({ amountMinor }) => amountMinor)),
      ]),
    ),
  };
}

function countIn(counted: CustomerCounters | undefined, name: string): number {
  const { amountsSpent = {}, ...counts } = counted ?? {};
  return Number(new Map<string, unknown>([...Object.entries(counts), ...Object.entries(amountsSpent)]).get(name) ?? 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
