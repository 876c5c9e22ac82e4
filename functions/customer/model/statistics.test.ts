import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counters,
  countersOf,
  loyaltyPointsFor,
  noOrders,
  type OrderFacts,
  type OrderRecord,
  sum,
  withFacts,
} from './statistics.ts';

const totalAmount = { amountMinor: 1250, currency: 'EUR' };
const placedAt = '2026-11-22T10:00:00.000Z';
const orderId = '0193a000-0000-7000-8000-00000000000a';
/** What the events of one order say. */
const facts = {
  created: { totalAmount, placedAt },
  cancelled: { totalAmount, isCancelled: true },
  delivered: { totalAmount, isDelivered: true },
  lost: { isUndeliverable: true },
} satisfies Record<string, OrderFacts>;

/** The record and the counters after these facts, and the counters after each of them. */
function heardOf(arrivals: readonly OrderFacts[]): { record: OrderRecord | undefined; steps: Counters[] } {
  let record: OrderRecord | undefined;
  const steps = [noOrders];
  for (const arrived of arrivals) {
    const known = withFacts(record, orderId, arrived);
    steps.push(known === undefined ? (steps.at(-1) ?? noOrders) : sum(steps.at(-1) ?? noOrders, known.gain));
    record = known?.record ?? record;
  }
  return { record, steps };
}
const numbersIn = ({ amountsSpent, ...counts }: Counters) => [...Object.values(counts), ...Object.values(amountsSpent)];
const withoutZeros = ({ amountsSpent, ...counts }: Counters) => ({
  ...counts,
  amountsSpent: Object.fromEntries(Object.entries(amountsSpent).filter(([, amount]) => amount !== 0)),
});

describe('withFacts', () => {
  it('comes to the same end in every order of arrival, however often each fact comes, and is never below zero', () => {
    const arrivals = fc
      .subarray<OrderFacts>(Object.values(facts))
      .chain((heard) =>
        fc.tuple(
          fc.constant(heard),
          heard.length === 0
            ? fc.constant([])
            : fc
                .array(fc.constantFrom(...heard), { maxLength: 6 })
                .chain((again) => fc.shuffledSubarray([...heard, ...again], { minLength: heard.length + again.length })),
        ),
      );
    fc.assert(
      fc.property(arrivals, ([heard, arrived]) => {
        const { record, steps } = heardOf(arrived);
        const { version: _, ...end } = record ?? { version: 0 };
        const { version: __, ...expected } = heardOf(heard).record ?? { version: 0 };
        expect(end).toEqual(expected);
        expect(withoutZeros(steps.at(-1) ?? noOrders)).toEqual(record === undefined ? noOrders : countersOf(record));
        for (const step of steps) expect(Math.min(...numbersIn(step))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts an order once', () => {
    expect(heardOf([facts.created]).steps.at(-1)).toEqual({ ...noOrders, ordersPlaced: 1, ordersUnderWay: 1 });
    expect(withFacts(heardOf([facts.created]).record, orderId, facts.created)).toBeUndefined();
  });

  it('counts its total and points once it is delivered', () => {
    const delivered = { ...noOrders, ordersPlaced: 1, ordersDelivered: 1, loyaltyPoints: 12, amountsSpent: { EUR: 1250 } };
    expect(heardOf([facts.created, facts.delivered]).steps.at(-1)).toEqual(delivered);
    expect(heardOf([facts.delivered, facts.created]).steps.at(-1)).toEqual(delivered);
  });

  it('counts a cancelled order as no money', () => {
    expect(heardOf([facts.cancelled, facts.created]).steps.at(-1)).toEqual({ ...noOrders, ordersPlaced: 1, ordersCancelled: 1 });
  });

  it('ends an order whose parcels were lost', () => {
    expect(heardOf([facts.lost, facts.created]).steps.at(-1)).toEqual({ ...noOrders, ordersPlaced: 1 });
    expect(withoutZeros(heardOf([facts.created, facts.lost]).steps.at(-1) ?? noOrders)).toEqual({ ...noOrders, ordersPlaced: 1 });
  });
});

describe('loyaltyPointsFor', () => {
  it.each([
    [1250, 'EUR', 12],
    [99, 'EUR', 0],
    [1250, 'JPY', 1250],
    [12_999, 'KWD', 12],
    [0, 'EUR', 0],
  ])('gives %i %s %i points', (amountMinor, currency, points) => {
    expect(loyaltyPointsFor({ amountMinor, currency })).toBe(points);
  });
});
