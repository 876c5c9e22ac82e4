import { objectOf } from '../../functions/shared/input/json-object.ts';
import type { CustomerCounters } from './customer-invariants.ts';
import type {
  Attempt,
  Charge,
  Line,
  Market,
  Money,
  Order,
  OutboxItem,
  Payment,
  Reservation,
  Shipment,
  Stock,
} from './invariants.ts';

export type Item = Record<string, unknown>;
/** What the table of a domain holds. */
export type StoredItems = { owner: string; items: readonly Item[] };

/** What the domains' tables hold, as the checker reads it: the market at rest. */
export function marketFrom(perTable: readonly StoredItems[], charges: readonly Charge[]): Market {
  const of = (owner: string, sk: string) =>
    perTable.filter((table) => table.owner === owner).flatMap(({ items }) => items.filter((item) => item.sk === sk));
  return {
    stocks: of('inventory', 'STOCK').map(stockFrom),
    reservations: of('inventory', 'RESERVATION').map(reservationFrom),
    orders: of('order', 'ORDER').map(orderFrom),
    payments: of('payment', 'PAYMENT').map(paymentFrom),
    shipments: of('shipping', 'SHIPMENT').map(shipmentFrom),
    ...(perTable.some(({ owner }) => owner === 'customer') && { customers: of('customer', 'STATISTICS').map(countersFrom) }),
    charges,
    outbox: perTable.flatMap(({ owner, items }) => items.filter(isOutbox).map((item) => outboxFrom(owner, item))),
    duties: perTable.flatMap(({ items }) => items.filter(isDuty).map(keyText)),
  };
}

export const isOutbox = ({ pk }: Item) => String(pk).startsWith('OUTBOX#');
const isDuty = ({ pk }: Item) => /^(DEADLINE|REVERSAL|EXPIRY|CARRIER_DUTY)#/.test(String(pk));
const keyText = ({ pk, sk }: Item) => `${pk}/${sk}`;

const outboxFrom = (owner: string, item: Item): OutboxItem => ({
  key: `${owner} ${keyText(item)}`,
  types: list(item.events).map(({ detailType }) => String(detailType)),
});

export const stockFrom = (item: Item): Stock => ({
  productId: String(item.productId),
  initial: Number(item.initial),
  adjusted: Number(item.adjusted),
  available: Number(item.available),
  reserved: Number(item.reserved),
  shipped: Number(item.shipped),
});

export const reservationFrom = (item: Item): Reservation => ({
  orderId: String(item.orderId),
  status: oneOf(['reserved', 'shipped', 'released', 'rejected'], item.status),
  lines: list(item.lines).map(lineFrom),
});

export const orderFrom = (item: Item): Order => ({
  orderId: String(item.orderId),
  status: oneOf(['pending', 'confirmed', 'cancelling', 'cancelled', 'shipped', 'delivered'], item.status),
  customerId: String(item.customerId),
  lines: list(item.lines).map(lineFrom),
  totalAmount: moneyFrom(item.totalAmount),
});

/** A tombstone has no parcels. */
const shipmentFrom = ({ orderId, status, parcels = [] }: Item): Shipment => ({
  orderId: String(orderId),
  status: String(status),
  parcels: list(parcels).map(({ parcelId, localId, status: parcelStatus }) => ({
    parcelId: String(parcelId),
    localId: String(localId),
    status: String(parcelStatus),
  })),
});

const countersFrom = (item: Item): CustomerCounters => ({
  customerId: String(item.pk).split('#').at(-1) ?? '',
  ordersPlaced: Number(item.ordersPlaced ?? 0),
  ordersDelivered: Number(item.ordersDelivered ?? 0),
  ordersCancelled: Number(item.ordersCancelled ?? 0),
  ordersUnderWay: Number(item.ordersUnderWay ?? 0),
  loyaltyPoints: Number(item.loyaltyPoints ?? 0),
  amountsSpent: Object.fromEntries(
    Object.entries(item).flatMap(([name, amount]) =>
      /^spent[A-Z]{3}$/.test(name) ? [[name.slice('spent'.length), Number(amount)]] : [],
    ),
  ),
});

const paymentFrom = (item: Item): Payment => ({
  orderId: String(item.orderId),
  status: String(item.status),
  amount: item.amount === undefined ? undefined : moneyFrom(item.amount),
  attempts: [...list(item.attempts).map(attemptFrom), ...list(item.secondCharges ?? []).map(secondChargeFrom)],
});

/** The provider's books hold a second charge as one of its own, so ours do too. */
const secondChargeFrom = ({ attempt, chargeId, status }: Item): Attempt => ({
  n: Number(attempt),
  key: String(chargeId),
  status: status === 'owed' ? 'completed' : String(status),
});

const attemptFrom = ({ n, key, status }: Item): Attempt => ({ n: Number(n), key: String(key), status: String(status) });
const lineFrom = ({ productId, quantity }: Item): Line => ({ productId: String(productId), quantity: Number(quantity) });

export function moneyFrom(value: unknown): Money {
  const { amountMinor, currency } = objectOf(value) ?? {};
  return { amountMinor: Number(amountMinor), currency: String(currency) };
}

function oneOf<Text extends string>(known: readonly Text[], value: unknown): Text {
  const found = known.find((text) => text === value);
  if (found === undefined) throw new Error(`${String(value)} is none of ${known.join(', ')}`);
  return found;
}

const list = (value: unknown): Item[] => (Array.isArray(value) ? value.map((one) => objectOf(one) ?? {}) : []);
