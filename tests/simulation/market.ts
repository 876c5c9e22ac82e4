import { forgetKeys } from '../../functions/shared/sealing/person-keys.ts';
import type { EventDataByType } from '../../generated/events/types.ts';
import { eventBody, eventOf } from '../kit/event-batch.ts';
import { newCaller } from '../kit/rest-request.ts';
import { restartChance } from './randomness.ts';
import type { System } from './system.ts';
import { type Budget, type DomainName, takingPart, type World } from './world.ts';

/** A UUID that says what it is of, since the contracts' own validators read it. */
export const idOf = (kind: string, n: number) => `00000000-0000-7000-8000-${kind.repeat(11)}${n}`;

export const organizationId = idOf('d', 0);
/** Each product is sold by a shop of its own. */
const shops = [0, 1, 2].map((n) => idOf('e', n));
const price = { amountMinor: 1000, currency: 'EUR' };
const openedAt = Date.parse('2026-11-22T10:00:00.000Z');
const minuteMs = 60_000;

const buyer = (customerId: string) => newCaller({ organizationId, userId: customerId });
export const callerOf = ({ customerId }: { customerId: string }) => buyer(customerId);
export const staff = newCaller({ organizationId, userId: idOf('5', 0), localIds: shops });

/** What a world begins with: quantities by product for each order, and the stock of each product. */
export type Opening = { orders: readonly (readonly number[])[]; stock: readonly number[] };
type Opened = { world: Omit<World, 'budget'>; restoreTables: () => void; at: number };
const opened = new Map<string, Opened>();

/** Sets the world of this opening: products are published and orders placed by the real handlers, and nothing else has happened. */
export async function openMarket(system: System, opening: Opening, budget: Budget): Promise<World> {
  const name = JSON.stringify(opening);
  const { world, restoreTables, at } = opened.get(name) ?? (await open(system, opening));
  opened.set(name, { world, restoreTables, at });
  restoreTables();
  forgetKeys();
  restartChance(at);
  system.world = copyOf(world, budget);
  system.forgetBreakers();
  return system.world;
}

async function open(system: System, { orders, stock }: Opening): Promise<Opened> {
  system.tables.install();
  restartChance(openedAt);
  const none = { fault: 0, cancel: 0, expire: 0, restart: 0, die: 0, adjust: 0, ship: 0 };
  const products = stock.map((_, p) => idOf('b', p));
  const world: World = { ...emptyWorld(), products, budget: none };
  system.world = world;
  for (const [p, initialStock] of stock.entries()) await publishProduct(system, p, initialStock);
  await relayAll(system);
  const placed: World['orders'][number][] = [];
  for (const [o, quantities] of orders.entries()) {
    const at = openedAt + (o + 1) * minuteMs;
    restartChance(at);
    placed.push(await placeOrder(system, idOf('c', o), quantities, o === 1 ? { collect: true } : { address }));
    world.orders = [...placed];
  }
  const { budget: _, ...rest } = world;
  return { world: rest, restoreTables: system.tables.snapshot(), at: openedAt + 10 * minuteMs };
}

async function publishProduct(system: System, p: number, initialStock: number): Promise<void> {
  const productId = idOf('b', p);
  const product: EventDataByType['product.created'] = {
    ...{ productId, localId: idOf('e', p), name: 'Product', category: 'any', price, initialStock, lowStockThreshold: 0 },
  };
  const body = eventBody('product.created', eventOf(organizationId, 'product.created', productId, product));
  for (const consumer of system.consumers) {
    if (consumer.declared === 'every-event' || !consumer.declared.includes('product.created')) continue;
    if (!(await system.deliver(consumer, body))) throw new Error(`${consumer.name} did not take the product`);
  }
}

const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };

/** The second order is collected at its shops. */
async function placeOrder(system: System, customerId: string, quantities: readonly number[], shipTo: object) {
  const lines = quantities.flatMap((quantity, p) => (quantity > 0 ? [{ productId: idOf('b', p), quantity }] : []));
  const body = { lines, paymentMethod: { token: 'tok_ok' }, shipTo };
  const answer = await system.request('order', 'POST /orders', { caller: buyer(customerId), body });
  const orderId = String(answer?.body.orderId);
  const stored = [...system.world.stored.order.values()].find((item) => item.orderId === orderId);
  if (answer?.status !== 201 || stored === undefined) throw new Error(`the order was not placed: ${JSON.stringify(answer)}`);
  return { orderId, customerId, deadline: String(stored.deadline) };
}

async function relayAll(system: System): Promise<void> {
  for (let record = system.world.stream.shift(); record !== undefined; record = system.world.stream.shift()) {
    await system.relay(record);
  }
  if (system.world.queue.length > 0) throw new Error('opening a stock concerns nobody who takes part');
}

const emptyWorld = (): Omit<World, 'budget'> => ({
  orders: [],
  products: [],
  stored: byDomain(() => new Map()),
  outbox: new Map(),
  stream: [],
  queue: [],
  sagas: [],
  calls: [],
  late: [],
  provider: new Map(),
  callsToOutage: 0,
  carrier: new Map(),
  carrierCallsToOutage: 0,
  farthest: new Map(),
  committed: new Map(),
  delivered: new Set(),
  toldCancelled: new Set(),
  chargedTooLate: new Set(),
  buried: [],
});

/** A world of its own; what is stored is replaced and never changed in place. */
const copyOf = (world: Omit<World, 'budget'>, budget: Budget): World => ({
  ...world,
  budget: { ...budget },
  stored: byDomain((domain) => new Map(world.stored[domain])),
  outbox: new Map(world.outbox),
  stream: [...world.stream],
  queue: [],
  sagas: [],
  calls: [],
  late: [],
  provider: new Map(),
  callsToOutage: 0,
  carrier: new Map(),
  carrierCallsToOutage: 0,
  farthest: new Map(),
  committed: new Map(world.committed),
  delivered: new Set(world.delivered),
  toldCancelled: new Set(),
  chargedTooLate: new Set(),
  buried: [],
});

function byDomain<Value>(make: (domain: DomainName) => Value): Record<DomainName, Value> {
  const [order, inventory, payment, shipping] = takingPart;
  return { order: make(order), inventory: make(inventory), payment: make(payment), shipping: make(shipping) };
}
