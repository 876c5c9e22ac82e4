import type { consumers } from '../../functions/domains.ts';
import type { SagaOrder } from '../../generated/saga/types.ts';
import type { Attributes } from '../kit/dynamo-memory/attribute-value.ts';
import type { Item } from '../kit/market-items.ts';
import type { Held } from './invocation.ts';
import type { Provider } from './provider.ts';
import type { Carrier } from './shipping/carrier.ts';
import type { Execution } from './state-machine.ts';

/** The domains that take part in an order. The others only listen: they decide nothing that an order depends on. */
export const takingPart = ['order', 'inventory', 'payment', 'shipping'] as const;
export type DomainName = (typeof takingPart)[number];

export type Consumer = (typeof consumers)[number];
/** A message in the queue of a consumer. */
export type Message = {
  consumer: { name: string; domain: DomainName; lambda: string };
  type: string;
  orderId: string | undefined;
  body: string;
};
/** The outbox item of a commit, as the table's stream brings it. */
export type OutboxRecord = {
  domain: DomainName;
  key: string;
  image: Attributes;
  types: readonly string[];
  orderId: string | undefined;
};
/** `step` names what is published once: a parcel and its status, or the delivery of a shipment. */
export type CommittedEvent = { type: string; orderId: string | undefined; step?: string };

export type Saga = {
  orderId: string;
  execution: Execution;
  /** Counts the tokens it handed out: an older one is gone. */
  token: number;
  /** The entry into the waiting state that the token is of, when it was, and how often its task was retried. */
  calledAt: number;
  enteredAt: string;
  retryCount: number;
  /** Its task has failed and is due again. */
  isRetried: boolean;
  /** Failed, timed out or stopped. */
  isDead: boolean;
};
/** A ChargePayment Lambda at work: it stores, calls the provider, and does what its answer asks for. */
export type ChargeCall = {
  saga: number;
  /** It had stored its attempt when the customer was told that the order is cancelled. */
  wasInFlight?: true;
  token: string;
  orderId: string;
  payload: unknown;
  held?: Held;
  answer?: Response;
};
/** A call that its caller gave up and that lands all the same. */
export type LateTask = { task: string; payload: SagaOrder };
export type Budget = Record<'fault' | 'cancel' | 'expire' | 'restart' | 'die' | 'adjust' | 'ship', number>;

/** All there is at a moment, beside the tables. */
export type World = {
  budget: Budget;
  /** In the order in which they were placed. */
  orders: readonly PlacedOrder[];
  products: readonly string[];
  /** What the tables hold of stocks, reservations, orders, payments, shipments and duties, by their keys. */
  stored: Record<DomainName, Map<string, Item>>;
  /** Outbox items that are still in their tables. */
  outbox: Map<string, OutboxRecord>;
  /** Outbox items on their way to the relay. */
  stream: OutboxRecord[];
  queue: Message[];
  sagas: Saga[];
  calls: ChargeCall[];
  late: LateTask[];
  provider: Provider;
  /** The provider is out for so many more calls. */
  callsToOutage: number;
  carrier: Carrier;
  /** The carrier is out for so many more calls. */
  carrierCallsToOutage: number;
  /** How far each order and parcel has come. */
  farthest: Map<string, number>;
  /** By event id. */
  committed: Map<string, CommittedEvent>;
  /** `consumer event-id` of what was put into a queue. */
  delivered: Set<string>;
  /** Orders whose customers were told that they are cancelled. */
  toldCancelled: Set<string>;
  /** Orders whose charge was requested after that, by a call that was not in flight. */
  chargedTooLate: Set<string>;
  /** Causes of messages that a Lambda gave up. */
  buried: string[];
};
export type PlacedOrder = { orderId: string; customerId: string; deadline: string };

export const orderName = ({ orders }: World, orderId: string | undefined) =>
  `order ${orders.findIndex((order) => order.orderId === orderId)}`;
