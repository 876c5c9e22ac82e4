import { violations } from '../kit/invariants.ts';
import { type Item, marketFrom } from '../kit/market-items.ts';
import { brokenShipping } from './shipping/shipping-checks.ts';
import type { System } from './system.ts';
import { takingPart, type World } from './world.ts';

/** What holds in every moment, also in the middle of everything. */
export function brokenNow(world: World): string[] {
  const { stocks, reservations, orders } = marketOf(world);
  const broken = world.buried.map((cause) => `a Lambda gave up: ${cause}`);
  for (const { productId, initial, adjusted, available, reserved, shipped } of stocks) {
    const held = reservations
      .flatMap((reservation) => (reservation.status === 'reserved' ? reservation.lines : []))
      .reduce((sum, line) => sum + (line.productId === productId ? line.quantity : 0), 0);
    if (Math.min(available, reserved, shipped) < 0) broken.push('stock is negative');
    if (initial + adjusted !== available + reserved + shipped) broken.push('stock does not add up');
    if (held !== reserved) broken.push('what is reserved is not the sum of the reservations');
  }
  const charges = [...world.provider.values()];
  if (charges.some(({ refunds }) => refunds > 1)) broken.push('refunded twice');
  if (world.chargedTooLate.size > 0) broken.push('a charge was requested after the customer was told "cancelled"');
  for (const { orderId, status } of orders) {
    const types = typesOf(world, orderId);
    if (types.has('inventory.reserved') && types.has('inventory.reservation.failed')) broken.push('contradictory events');
    if (status === 'pending' || status === 'cancelled') continue;
    if (!charges.some((charge) => charge.orderId === orderId && charge.status === 'charged'))
      broken.push(`${status} and not paid`);
    const reservation = reservations.find((one) => one.orderId === orderId)?.status;
    const holds = status === 'shipped' || status === 'delivered' ? ['reserved', 'shipped'] : ['reserved'];
    if (!holds.includes(String(reservation))) broken.push(`${status} without stock`);
  }
  return [...broken, ...brokenShipping(world)];
}

/** What holds once everything came to rest, by the checker that also reads the real tables. */
export function brokenAtRest(world: World, { consumers }: System): string[] {
  const missed = [...world.committed].flatMap(([eventId, { type }]) =>
    consumers
      .filter(({ declared }) => declared === 'every-event' || declared.some((one) => one === type))
      .filter(({ name }) => !world.delivered.has(`${name} ${eventId}`))
      .map(({ name }) => `${type} was committed and never reached ${name}`),
  );
  return [...violations(marketOf(world)), ...missed];
}

export function marketOf({ stored, provider, outbox }: World) {
  const items = (owner: (typeof takingPart)[number]): Item[] => [...stored[owner].values()];
  const waiting = [...outbox.values()].map(({ key, types }) => ({ key, types }));
  const market = marketFrom(
    takingPart.map((owner) => ({ owner, items: items(owner) })),
    [...provider.values()],
  );
  return { ...market, outbox: waiting };
}

function typesOf({ committed }: World, orderId: string): Set<string> {
  const types = new Set<string>();
  for (const event of committed.values()) if (event.orderId === orderId) types.add(event.type);
  return types;
}
