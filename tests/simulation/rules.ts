import { type Market, violations } from '../kit/invariants.ts';
import type { World } from './world.ts';

/** What holds in every moment, also in the middle of everything. */
export function brokenNow(world: World): string[] {
  const broken: string[] = [];
  const reservations = [...world.reservations.values()];
  for (const { productId, initial, adjusted, available, reserved, shipped } of world.stocks.values()) {
    const held = reservations
      .flatMap((reservation) => (reservation.status === 'reserved' ? reservation.lines : []))
      .reduce((sum, line) => sum + (line.productId === productId ? line.quantity : 0), 0);
    if (Math.min(available, reserved, shipped) < 0) broken.push('stock is negative');
    if (initial + adjusted !== available + reserved + shipped) broken.push('stock does not add up');
    if (held !== reserved) broken.push('what is reserved is not the sum of the reservations');
  }
  for (const { orderId, status } of world.orders.values()) {
    const charges = [...world.provider.values()].filter((charge) => charge.orderId === orderId);
    const told = world.told.get(orderId);
    if (charges.some(({ refunds }) => refunds > 1)) broken.push('refunded twice');
    if (told?.has('inventory.reserved') && told.has('inventory.reservation.failed')) broken.push('contradictory events');
    if (status !== 'confirmed' && status !== 'cancelling') continue;
    if (!charges.some((charge) => charge.status === 'charged')) broken.push(`${status} and not paid`);
    if (world.reservations.get(orderId)?.status !== 'reserved') broken.push(`${status} without stock`);
  }
  return broken;
}

/** What holds once everything came to rest, by the checker that also reads the real tables. */
export function brokenAtRest(world: World): string[] {
  return violations(marketOf(world));
}

const marketOf = (world: World): Market => ({
  stocks: [...world.stocks.values()],
  reservations: [...world.reservations.values()].map(({ orderId, status, ...reservation }) => ({
    ...{ orderId, status, lines: 'lines' in reservation ? reservation.lines : [] },
  })),
  orders: [...world.orders.values()],
  payments: [...world.payments].map(([orderId, payment]) =>
    payment.status === 'tombstone'
      ? { orderId, status: payment.status, amount: undefined, attempts: [] }
      : { orderId, status: payment.status, amount: payment.amount, attempts: payment.attempts },
  ),
  charges: [...world.provider.values()],
  shipments: [...world.shipments.values()],
  outbox: [],
  duties: [...world.payments.values()].flatMap((payment) =>
    world.decide.owedReversals(payment).map(({ key }) => `reversal of ${key}`),
  ),
});
