import { consumers } from '../../functions/domains.ts';
import { type Reservation, release, reserve } from '../../functions/inventory/model/reservation.ts';
import { adjustStock, openStock, type Stock } from '../../functions/inventory/model/stock.ts';
import { cancelOrder, confirmOrder, type Order, shipmentCancelled } from '../../functions/order/model/order.ts';
import { placeOrder } from '../../functions/order/model/placement.ts';
import { reportCharge, storeAttempt } from '../../functions/payment/model/charging.ts';
import type { Payment } from '../../functions/payment/model/payment.ts';
import { askPayment, closePayment, owedReversals, recordReversals } from '../../functions/payment/model/reversal.ts';
import type { NewEvent } from '../../functions/shared/domain-event.ts';
import { answerCancellationRequest, cancelShipment, type Shipment } from '../../functions/shipping/model/shipment.ts';
import type { EventType } from '../../generated/events/types.ts';
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

/** The declared consumers that have a part in the saga. */
const simulated = ['order-saga', 'order', 'inventory', 'payment', 'shipping'] as const;
export type Delivery =
  | { consumer: (typeof simulated)[number]; type: EventType; orderId: string }
  | { consumer: 'reconciler'; type: 'execution ended'; orderId: string };
export type Saga = {
  orderId: string;
  execution: Execution;
  /** Counts the tokens it handed out: an older one is gone. */
  token: number;
  /** The entry into the waiting state that the token is of. */
  calledAt: number;
  /** Failed, timed out or stopped. */
  isDead: boolean;
};
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

/** A UUID that says what it is of, since the contracts' own validators read it. */
export function idOf(kind: string, n: number): string {
  return `00000000-0000-7000-8000-${kind.repeat(11)}${n}`;
}
export const at = '2026-11-22T10:00:00.000Z';
const localId = idOf('e', 0);
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
  const products = stock.map((initialStock, p) => ({ productId: idOf('b', p), initialStock }));
  for (const { productId, initialStock } of products) {
    const created = { productId, localId, name: productId, category: 'any', price, initialStock, lowStockThreshold: 0 };
    world.stocks.set(productId, openStock(created, at).stock);
  }
  const prices = new Map(products.map(({ productId }) => [productId, { productId, localId, name: productId, price }]));
  for (const [o, quantities] of orders.entries()) {
    const lines = quantities.flatMap((quantity, p) => (quantity > 0 ? [{ productId: idOf('b', p), quantity }] : []));
    const draft = { orderId: idOf('a', o), customerId: idOf('c', 0), lines, paymentMethod: { token: 'tok_ok' } };
    const placement = placeOrder({ ...draft, placedAt: at, deadlineMinutes: 120 }, prices);
    if (placement.outcome !== 'placed') throw new Error(placement.outcome);
    world.orders.set(draft.orderId, placement.change.order);
    publish(world, draft.orderId, [placement.change.event]);
  }
  return world;
}

/** Every consumer that is declared for an event gets it, some time. */
export function publish(world: World, orderId: string, events: readonly NewEvent[]): void {
  for (const { type } of events) {
    world.told.set(orderId, (world.told.get(orderId) ?? new Set()).add(type));
    for (const consumer of simulated) {
      const takes = consumers.find(({ name }) => name === consumer)?.events;
      if (takes?.includes(type)) world.queue.push({ consumer, type, orderId });
    }
  }
}
