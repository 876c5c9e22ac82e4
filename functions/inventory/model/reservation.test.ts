import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideRelease,
  decideReservation,
  decideShipment,
  type Line,
  type Reservation,
  type ReservationChange,
  type ReserveAnswer,
} from './reservation.ts';
import { decideAdjustment, type Stock } from './stock.ts';

const at = '2026-11-22T10:00:00.000Z';
const orderId = '0193a000-0000-7000-8000-00000000000a';
const trace = { correlationId: 'correlation-1', traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` };
const expiresAt = '2026-11-22T13:00:00.000Z';
const asked = { orderId, at, expiresAt, trace };
const [ham, egg] = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002'] as const;
const stockOf = (productId: string, available: number): Stock => ({
  productId,
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: productId,
  initial: available,
  adjusted: 0,
  available,
  reserved: 0,
  shipped: 0,
  lowStockThreshold: 0,
  version: 1,
});
const stocksOf = (...stocks: Stock[]) => new Map(stocks.map((stock) => [stock.productId, stock]));
const shelf = stocksOf(stockOf(ham, 5), stockOf(egg, 2));
const line = (productId: string, quantity: number): Line => ({ productId, quantity });
const states: { stored: Reservation; answer: ReserveAnswer }[] = [
  { stored: { orderId, version: 1, status: 'reserved', lines: [line(ham, 1)] }, answer: { outcome: 'reserved' } },
  { stored: { orderId, version: 1, status: 'rejected', failedItems: [] }, answer: { outcome: 'rejected', failedItems: [] } },
  { stored: { orderId, version: 2, status: 'released', lines: [line(ham, 1)] }, answer: { outcome: 'cancelled' } },
  { stored: { orderId, version: 2, status: 'shipped', lines: [line(ham, 1)] }, answer: { outcome: 'reserved' } },
];
const types = (change: ReservationChange | undefined) => change?.events.map(({ type }) => type);

describe('decideReservation', () => {
  it('reserves all lines and publishes the reservation and each product’s new level', () => {
    const decision = decideReservation({ ...asked, lines: [line(ham, 3), line(egg, 1)] }, undefined, shelf);
    if (decision.outcome !== 'answered') throw new Error('both stocks are open');
    expect(decision.answer).toEqual({ outcome: 'reserved' });
    expect(decision.change?.stocks).toMatchObject([
      { productId: ham, available: 2, reserved: 3, version: 2 },
      { productId: egg, available: 1, reserved: 1, version: 2 },
    ]);
    expect(types(decision.change)).toEqual(['inventory.reserved', 'inventory.updated', 'inventory.updated']);
  });

  it('reserves nothing when one line is short, and stores the rejection', () => {
    const decision = decideReservation({ ...asked, lines: [line(ham, 3), line(egg, 3)] }, undefined, shelf);
    const failedItems = [{ productId: egg, requestedQuantity: 3, availableQuantity: 2 }];
    expect(decision).toMatchObject({
      outcome: 'answered',
      answer: { outcome: 'rejected', failedItems },
      change: {
        reservation: { status: 'rejected', failedItems },
        stocks: [],
        events: [{ type: 'inventory.reservation.failed' }],
      },
    });
  });

  it('reserves nothing of a deleted product, and names it', () => {
    const deleted = stocksOf(stockOf(ham, 5), { ...stockOf(egg, 2), isDeleted: true });
    expect(decideReservation({ ...asked, lines: [line(ham, 3), line(egg, 1)] }, undefined, deleted)).toMatchObject({
      answer: { outcome: 'rejected', failedItems: [{ productId: egg, requestedQuantity: 1, availableQuantity: 0 }] },
      change: { stocks: [], events: [{ data: { reason: 'product-deleted' } }] },
    });
  });

  it('notes for whom, for which order and how many pieces were reserved', () => {
    const decision = decideReservation({ ...asked, userId: 'ana', lines: [line(ham, 3)] }, undefined, shelf);
    const movement = { version: 2, at, reason: 'reserved', quantity: 3, available: 2, reserved: 3, userId: 'ana', orderId };
    expect(decision).toMatchObject({ change: { stocks: [{ movements: [movement] }] } });
  });

  it('counts two lines of one product together', () => {
    expect(decideReservation({ ...asked, lines: [line(egg, 1), line(egg, 2)] }, undefined, shelf)).toMatchObject({
      answer: { outcome: 'rejected', failedItems: [{ requestedQuantity: 3 }] },
    });
  });

  it('rejects nothing while a stock has not been opened', () => {
    expect(decideReservation({ ...asked, lines: [line(ham, 9), line('cheese', 1)] }, undefined, shelf)).toEqual({
      outcome: 'stock-not-open',
      productIds: ['cheese'],
    });
  });

  it.each(states)('gives the same answer when it is $stored.status already, and changes nothing', ({ stored, answer }) => {
    expect(decideReservation({ ...asked, lines: [line('never seen', 1)] }, stored, new Map())).toEqual({
      outcome: 'answered',
      answer,
    });
  });
});

describe('decideRelease', () => {
  const lines = [line(ham, 3), line(egg, 2)];
  const held = stocksOf({ ...stockOf(ham, 2), reserved: 3 }, { ...stockOf(egg, 0), reserved: 2 });

  it('returns every line', () => {
    const change = decideRelease({ orderId, at }, { orderId, version: 1, status: 'reserved', lines }, held);
    expect(change?.reservation).toEqual({ orderId, version: 2, status: 'released', lines });
    expect(change?.stocks).toMatchObject([
      { productId: ham, available: 5, reserved: 0 },
      { productId: egg, available: 2, reserved: 0 },
    ]);
    expect(types(change)).toEqual(['inventory.released', 'inventory.updated', 'inventory.updated']);
  });

  it('leaves a tombstone without events when nothing is reserved yet, and a later reservation is answered `cancelled`', () => {
    const change = decideRelease({ orderId, at }, undefined, new Map());
    expect(change).toMatchObject({ reservation: { orderId, version: 1, status: 'released', lines: [] }, stocks: [], events: [] });
    expect(decideReservation({ ...asked, lines }, change?.reservation, shelf)).toEqual({
      outcome: 'answered',
      answer: { outcome: 'cancelled' },
    });
  });

  it('changes nothing a second time, nor a rejected reservation', () => {
    expect(decideRelease({ orderId, at }, { orderId, version: 2, status: 'released', lines }, held)).toBeUndefined();
    expect(decideRelease({ orderId, at }, { orderId, version: 1, status: 'rejected', failedItems: [] }, held)).toBeUndefined();
  });
});

describe('decideShipment', () => {
  const lines = [line(ham, 3)];
  const held = stocksOf({ ...stockOf(ham, 2), initial: 5, reserved: 3 });

  it('turns reserved into shipped pieces, once, and announces no change of what can be ordered', () => {
    const decision = decideShipment({ orderId, at }, { orderId, version: 1, status: 'reserved', lines }, held);
    expect(decision).toMatchObject({
      outcome: 'shipped',
      change: {
        reservation: { orderId, version: 2, status: 'shipped', lines },
        stocks: [{ available: 2, reserved: 0, shipped: 3, version: 2, movements: [{ reason: 'shipped', quantity: 3, orderId }] }],
        events: [],
      },
    });
    const again = decideShipment({ orderId, at }, { orderId, version: 2, status: 'shipped', lines }, held);
    expect(again).toEqual({ outcome: 'shipped' });
  });

  it('says what stands in its way', () => {
    expect(decideShipment({ orderId, at }, undefined, held)).toEqual({ outcome: 'not-reserved', status: 'none' });
    const released: Reservation = { orderId, version: 2, status: 'released', lines };
    expect(decideShipment({ orderId, at }, released, held)).toEqual({ outcome: 'not-reserved', status: 'released' });
  });
});

describe('any schedule of reservations, releases, shipments and adjustments', () => {
  const products = fc.constantFrom(ham, egg);
  const orders = fc.constantFrom('order-1', 'order-2', 'order-3', 'order-4');
  const lines = fc.array(fc.record({ productId: products, quantity: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  });
  const steps = fc.array(
    fc.oneof(
      fc.record({ step: fc.constant('reserve' as const), orderId: orders, lines }),
      fc.record({ step: fc.constant('release' as const), orderId: orders }),
      fc.record({ step: fc.constant('ship' as const), orderId: orders }),
      fc.record({ step: fc.constant('adjust' as const), productId: products, delta: fc.integer({ min: -6, max: 6 }) }),
    ),
    { maxLength: 40 },
  );

  it('loses no piece, sells none twice and never changes its answer to an order', () => {
    fc.assert(
      fc.property(steps, (schedule) => {
        const store = { stocks: new Map(shelf), reservations: new Map<string, Reservation>(), rejected: new Set<string>() };
        for (const step of schedule) {
          run(store, step);
          for (const stock of store.stocks.values()) check(stock, [...store.reservations.values()]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

type Step =
  | { step: 'reserve'; orderId: string; lines: Line[] }
  | { step: 'release' | 'ship'; orderId: string }
  | { step: 'adjust'; productId: string; delta: number };
type Store = { stocks: Map<string, Stock>; reservations: Map<string, Reservation>; rejected: Set<string> };

function run(store: Store, step: Step): void {
  switch (step.step) {
    case 'reserve': {
      const before = store.reservations.get(step.orderId);
      const decision = decideReservation({ ...asked, ...step }, before, store.stocks);
      if (decision.outcome !== 'answered') throw new Error('both stocks are open');
      if (decision.answer.outcome === 'rejected') store.rejected.add(step.orderId);
      else expect(store.rejected).not.toContain(step.orderId);
      if (before !== undefined) expect(decision.change).toBeUndefined();
      apply(store, decision.change);
      return;
    }
    case 'release':
      apply(store, decideRelease({ ...step, at }, store.reservations.get(step.orderId), store.stocks));
      return;
    case 'ship': {
      const decision = decideShipment({ ...step, at }, store.reservations.get(step.orderId), store.stocks);
      if (decision.outcome === 'shipped') apply(store, decision.change);
      return;
    }
    case 'adjust': {
      const stock = store.stocks.get(step.productId);
      const adjustment = stock && decideAdjustment(stock, { delta: step.delta, note: 'count', at });
      if (adjustment?.outcome === 'adjusted') store.stocks.set(step.productId, adjustment.stock);
    }
  }
}

/** Like the table: a stock is only replaced by its next version. */
function apply({ stocks, reservations }: Store, change: ReservationChange | undefined): void {
  if (change === undefined) return;
  reservations.set(change.reservation.orderId, change.reservation);
  for (const stock of change.stocks) {
    expect(stock.version).toBe((stocks.get(stock.productId)?.version ?? 0) + 1);
    stocks.set(stock.productId, stock);
  }
}

function check({ productId, initial, adjusted, available, reserved, shipped }: Stock, reservations: Reservation[]): void {
  expect(initial + adjusted).toBe(available + reserved + shipped);
  expect(Math.min(available, reserved, shipped)).toBeGreaterThanOrEqual(0);
  const held = reservations.flatMap((reservation) => (reservation.status === 'reserved' ? reservation.lines : []));
  expect(reserved).toBe(held.filter((one) => one.productId === productId).reduce((sum, { quantity }) => sum + quantity, 0));
}
