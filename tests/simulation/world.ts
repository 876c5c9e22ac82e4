import { consumers } from '../../events-schemas/topology.ts';
import { type Reservation, release, reserve } from '../../functions/inventory/reservation.ts';
import { adjustStock, openStock, type Stock } from '../../functions/inventory/stock.ts';
import { cancelOrder, confirmOrder, type Order, shipmentCancelled } from '../../functions/order/order.ts';
import { placeOrder } from '../../functions/order/placement.ts';
import { reportCharge, storeAttempt } from '../../functions/payment/charging.ts';
import type { Payment } from '../../functions/payment/payment.ts';
import { askPayment, closePayment, owedReversals, recordReversals } from '../../functions/payment/reversal.ts';
import type { EventType, NewEvent } from '../../functions/shared/events.ts';
import { answerCancellationRequest, cancelShipment, type Shipment } from '../../functions/shipping/shipment.ts';
import type { SagaOrder } from '../../generated/saga/types.ts';
import type { Provider } from './provider.ts';
import type { Execution } from './state-machine.ts';

/** The decisions of the domains, as they are deployed; a test may put a worse one in a place, to see that it is found out. */
export const decisions = {
  adjustStock,
  answerCancellationRequest,
  askPayment,
  cancelOrder,
  cancelShipment,
  closePayment,
  confirmOrder,
  owedReversals,
  recordReversals,
  release,
  reportCharge,
  reserve,
  shipmentCancelled,
  storeAttempt,
};
export type Decisions = typeof decisions;

export type ConsumerName = 'order-saga' | 'order' | 'inventory' | 'payment' | 'shipping' | 'reconciler';
export type Delivery = { consumer: ConsumerName; type: EventType | 'execution.ended'; orderId: string };
/** `token` counts the entries into a waiting state, so that an older token is gone. */
export type Saga = { orderId: string; execution: Execution; token: number; isDead: boolean };
/** A ChargePayment Lambda at work: it stores, then calls the provider. */
export type ChargeCall = { saga: number; token: string; orderId: string; attempt: number; step: 'store' | 'call' };
/** A call that its caller gave up and that lands all the same. */
export type LateTask = { task: string; payload: SagaOrder };
export type Budget = Record<'fault' | 'cancel' | 'expire' | 'restart' | 'die' | 'adjust', number>;

export type World = {
  decide: Decisions;
  budget: Budget;
  orders: Map<string, Order>;
  stocks: Map<string, Stock>;
  reservations: Map<string, Reservation>;
  payments: Map<string, Payment>;
  shipments: Map<string, Shipment>;
  provider: Provider;
  queue: Delivery[];
  sagas: Saga[];
  calls: ChargeCall[];
  late: LateTask[];
  /** Types of the events told of each order. */
  told: Map<string, Set<EventType>>;
};

export const at = '2026-11-22T10:00:00.000Z';
const localId = 'local';
const price = { amountMinor: 1000, currency: 'EUR' };

/** Orders are placed and stock is open; nothing else has happened. `orders` are quantities by product. */
export function newWorld(
  orders: readonly number[][],
  stock: readonly number[],
  budget: Budget,
  decide: Decisions = decisions,
): World {
  const world: World = {
    ...{ decide, budget: { ...budget }, queue: [], sagas: [], calls: [], late: [], provider: new Map(), told: new Map() },
    ...{ orders: new Map(), stocks: new Map(), reservations: new Map(), payments: new Map(), shipments: new Map() },
  };
  const products = stock.map((initialStock, p) => ({ productId: `product-${p}`, initialStock }));
  for (const { productId, initialStock } of products) {
    const created = { productId, localId, name: productId, category: 'any', price, initialStock, lowStockThreshold: 0 };
    world.stocks.set(productId, openStock(created, at).stock);
  }
  const prices = new Map(products.map(({ productId }) => [productId, { productId, localId, name: productId, price }]));
  for (const [o, quantities] of orders.entries()) {
    const lines = quantities.flatMap((quantity, p) => (quantity > 0 ? [{ productId: `product-${p}`, quantity }] : []));
    const draft = { orderId: `order-${o}`, customerId: 'customer', lines, paymentMethod: { token: 'tok_ok' } };
    const placement = placeOrder({ ...draft, placedAt: at, deadlineMinutes: 120 }, prices);
    if (placement.outcome !== 'placed') throw new Error(placement.outcome);
    world.orders.set(draft.orderId, placement.change.order);
    publish(world, draft.orderId, [placement.change.event]);
  }
  return world;
}

const inSimulation: ConsumerName[] = ['order-saga', 'order', 'inventory', 'payment', 'shipping'];

/** Every consumer that is declared for an event gets it, some time. */
export function publish(world: World, orderId: string, events: readonly NewEvent[]): void {
  for (const { type } of events) {
    world.told.set(orderId, (world.told.get(orderId) ?? new Set()).add(type));
    for (const consumer of inSimulation) {
      const declared: readonly string[] | 'every-event' = consumer === 'reconciler' ? [] : consumers[consumer].events;
      if (declared.includes(type)) world.queue.push({ consumer, type, orderId });
    }
  }
}
