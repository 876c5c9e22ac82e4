import { type CustomerCounters, customerViolations } from './customer-invariants.ts';

/**
 * What holds once everything came to rest, whatever went wrong on the way: the last paragraph of the saga's rules, checked over
 * what is stored. Orders, stock and payments are read from their domains' tables, charges from the payment provider's own.
 */
export type Money = { amountMinor: number; currency: string };
export type Line = { productId: string; quantity: number };

export type Stock = {
  productId: string;
  initial: number;
  adjusted: number;
  available: number;
  reserved: number;
  shipped: number;
};
export type Reservation = { orderId: string; status: 'reserved' | 'shipped' | 'released' | 'rejected'; lines: readonly Line[] };
export type Order = {
  orderId: string;
  status: 'pending' | 'confirmed' | 'cancelling' | 'cancelled' | 'shipped' | 'delivered';
  customerId?: string;
  lines: readonly Line[];
  totalAmount: Money;
};
/** `amount` is undefined for a payment that was closed before it began. */
export type Payment = { orderId: string; status: string; amount: Money | undefined; attempts: readonly Attempt[] };
export type Attempt = { n: number; key: string; status: string };
/** A charge as the provider keeps it: `refunds` counts how often the money went back. */
export type Charge = { key: string; orderId: string; status: string; amount: Money; refunds: number };
/** A tombstone, which a cancellation left, has no parcels. */
export type Shipment = { orderId: string; status: string; parcels: readonly Parcel[] };
export type Parcel = { parcelId: string; localId: string; status: string };
/** Events that were committed and not published. */
export type OutboxItem = { key: string; types: readonly string[] };

export type Market = {
  stocks: readonly Stock[];
  reservations: readonly Reservation[];
  orders: readonly Order[];
  payments: readonly Payment[];
  charges: readonly Charge[];
  shipments: readonly Shipment[];
  /** Undefined where no customers are part of the market. */
  customers?: readonly CustomerCounters[];
  outbox: readonly OutboxItem[];
  /** Keys of the marks that something is still to be done: a deadline to watch, a charge to give back. */
  duties: readonly string[];
};

/** Each broken rule as a sentence; none when the market is sound. */
export function violations(market: Market): string[] {
  return [
    ...market.stocks.flatMap((stock) => stockViolations(stock, market)),
    ...market.reservations.flatMap((reservation) => reservationViolations(reservation, market)),
    ...market.orders.flatMap((order) => orderViolations(order, market)),
    ...market.payments.flatMap((payment) => paymentViolations(payment, market)),
    ...market.charges.flatMap((charge) => chargeViolations(charge, market)),
    ...market.shipments.flatMap((shipment) => shipmentViolations(shipment, market)),
    ...(market.customers === undefined ? [] : customerViolations(market.customers, market.orders)),
    ...market.outbox.map(({ key, types }) => `outbox ${key} still holds ${types.join(', ')}`),
    ...market.duties.map((key) => `${key} is still to be done`),
  ];
}

function stockViolations(stock: Stock, { reservations }: Market): string[] {
  const { productId, initial, adjusted, available, reserved, shipped } = stock;
  const count = (status: Reservation['status']) =>
    sum(
      reservations
        .filter((reservation) => reservation.status === status)
        .flatMap(({ lines }) => lines)
        .filter((line) => line.productId === productId)
        .map(({ quantity }) => quantity),
    );
  return broken(`stock ${productId}`, [
    [Math.min(available, reserved, shipped) < 0, `is negative: ${available} available, ${reserved} reserved, ${shipped} shipped`],
    [
      initial + adjusted !== available + reserved + shipped,
      `had ${initial} + ${adjusted} pieces, accounts for ${available} + ${reserved} + ${shipped}`,
    ],
    [reserved !== count('reserved'), `has ${reserved} reserved, its reservations hold ${count('reserved')}`],
    [shipped !== count('shipped'), `has ${shipped} shipped, its reservations shipped ${count('shipped')}`],
  ]);
}

function reservationViolations({ orderId, status, lines }: Reservation, { orders, stocks }: Market): string[] {
  const holds = status === 'reserved' || status === 'shipped';
  const unknown = lines.filter(({ productId }) => !stocks.some((stock) => stock.productId === productId));
  return broken(`reservation of ${orderId}`, [
    [holds && !orders.some((order) => order.orderId === orderId), 'is of an order that does not exist'],
    [unknown.length > 0, `names products without stock: ${unknown.map(({ productId }) => productId).join(', ')}`],
  ]);
}

function orderViolations(order: Order, market: Market): string[] {
  switch (order.status) {
    case 'pending':
    case 'cancelling':
      return [`order ${order.orderId} has not ended: it is ${order.status}`];
    case 'confirmed':
    case 'shipped':
    case 'delivered':
      return soldViolations(order, market);
    case 'cancelled':
      return cancelledViolations(order, market);
  }
}

/** Stock, and exactly one unrefunded completed charge of its total: in our books and in the provider's. */
function soldViolations({ orderId, status, lines, totalAmount }: Order, market: Market): string[] {
  const reservation = market.reservations.find((one) => one.orderId === orderId);
  const payment = market.payments.find((one) => one.orderId === orderId);
  const charges = market.charges.filter((one) => one.orderId === orderId);
  const completed = payment?.attempts.filter((attempt) => attempt.status === 'completed') ?? [];
  const kept = charges.filter(isMoneyKept);
  const shipment = market.shipments.find((one) => one.orderId === orderId);
  const expectedStatus = status === 'confirmed' ? 'reserved' : 'shipped';
  return broken(`${status} order ${orderId}`, [
    [reservation?.status !== expectedStatus, `has stock ${reservation?.status ?? 'never reserved'}, not ${expectedStatus}`],
    [piecesOf(reservation?.lines ?? []) !== piecesOf(lines), 'has other pieces set aside than it ordered'],
    [payment?.status !== 'completed', `has a payment that is ${payment?.status ?? 'missing'}`],
    [completed.length !== 1, `has ${completed.length} completed attempts in its payment`],
    [!isSame(payment?.amount, totalAmount), `costs ${textOf(totalAmount)}, its payment is of ${textOf(payment?.amount)}`],
    [kept.length !== 1, `has ${kept.length} unrefunded charges at the provider`],
    [
      kept.some(({ amount }) => !isSame(amount, totalAmount)),
      `costs ${textOf(totalAmount)}, the provider took ${kept.map(({ amount }) => textOf(amount)).join(' and ')}`,
    ],
    [kept.some(({ key }) => key !== completed[0]?.key), 'is paid by another charge than its payment names'],
    [charges.some(isUndecided), 'has a charge at the provider that may still be taken'],
    [!shipmentStatusesOf[status]?.includes(String(shipment?.status)), `has a shipment that is ${shipment?.status ?? 'missing'}`],
  ]);
}

/** What a shipment may be by the status of its order: one that was lost or returned leaves it shipped. */
const shipmentStatusesOf: Readonly<Record<string, readonly string[]>> = {
  confirmed: ['created'],
  shipped: ['in_transit', 'lost', 'returned'],
  delivered: ['delivered'],
};

/** Neither stock nor money, and no parcel that may still leave. */
function cancelledViolations({ orderId }: Order, market: Market): string[] {
  const reservation = market.reservations.find((one) => one.orderId === orderId);
  const payment = market.payments.find((one) => one.orderId === orderId);
  const charges = market.charges.filter((one) => one.orderId === orderId);
  const live = market.shipments.filter((one) => one.orderId === orderId && one.status !== 'cancelled');
  return broken(`cancelled order ${orderId}`, [
    [reservation?.status === 'reserved' || reservation?.status === 'shipped', `has stock ${reservation?.status}`],
    [payment !== undefined && !['closed', 'tombstone'].includes(payment.status), `has a payment that is ${payment?.status}`],
    [payment?.attempts.some(({ status }) => status === 'completed') === true, 'has a completed attempt that was not refunded'],
    [charges.some(isMoneyKept), 'has an unrefunded charge at the provider'],
    [charges.some(isUndecided), 'has a charge at the provider that may still be taken'],
    [live.length > 0, `has a live shipment: ${live.map(({ status }) => status).join(', ')}`],
  ]);
}

function paymentViolations({ orderId, attempts, status }: Payment, { orders }: Market): string[] {
  return broken(`payment of ${orderId}`, [
    [status !== 'tombstone' && !orders.some((order) => order.orderId === orderId), 'is of an order that does not exist'],
    [new Set(attempts.map(({ key }) => key)).size !== attempts.length, 'used one key for two attempts'],
  ]);
}

/** One parcel for each shop; what has left belongs to an order that is not cancelled, and the shipment's status follows from them. */
function shipmentViolations({ orderId, status, parcels }: Shipment, { orders }: Market): string[] {
  const order = orders.find((one) => one.orderId === orderId);
  const left = parcels.filter(({ status: parcel }) => parcel !== 'created' && parcel !== 'cancelled');
  const are = (parcelStatus: string) => parcels.every((parcel) => parcel.status === parcelStatus);
  return broken(`shipment of ${orderId}`, [
    [order === undefined && parcels.length > 0, 'is of an order that does not exist'],
    [left.length > 0 && order?.status !== 'shipped' && order?.status !== 'delivered', `has left, its order is ${order?.status}`],
    [new Set(parcels.map(({ localId }) => localId)).size !== parcels.length, 'has two parcels of one shop'],
    [status === 'cancelled' && !are('cancelled'), `is cancelled, and a parcel is ${left[0]?.status ?? 'created'}`],
    [
      status !== 'cancelled' && parcels.some((parcel) => parcel.status === 'cancelled'),
      `is ${status}, and a parcel is cancelled`,
    ],
    [status === 'created' && left.length > 0, `is created, and a parcel is ${left[0]?.status}`],
    [(status === 'delivered') !== (parcels.length > 0 && are('delivered')), `is ${status}, and its parcels say otherwise`],
  ]);
}

function chargeViolations({ key, orderId, refunds, status }: Charge, { orders, payments }: Market): string[] {
  const attempt = payments.flatMap(({ attempts }) => attempts).find((one) => one.key === key);
  const isRefunded = status === 'refunded';
  return broken(`charge ${key}`, [
    [refunds > 1, `was refunded ${refunds} times`],
    [isRefunded !== refunds > 0, `is ${status} after ${refunds} refunds`],
    [!orders.some((order) => order.orderId === orderId), `is of an order that does not exist: ${orderId}`],
    [isRefunded && attempt?.status !== 'refunded', `was refunded, our books say ${attempt?.status ?? 'nothing'}`],
    [attempt?.status === 'refunded' && !isRefunded, `is ${status}, our books say refunded`],
  ]);
}

const isMoneyKept = ({ status, refunds }: Charge) => status === 'charged' && refunds === 0;
const isUndecided = ({ status }: Charge) => status === 'requested';
const isSame = (one: Money | undefined, other: Money) =>
  one?.amountMinor === other.amountMinor && one.currency === other.currency;
const textOf = (money: Money | undefined) => (money === undefined ? 'nothing' : `${money.amountMinor} ${money.currency}`);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Lines as one text that does not depend on their order or on how they are split. */
function piecesOf(lines: readonly Line[]): string {
  const pieces = new Map<string, number>();
  for (const { productId, quantity } of lines) pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  return [...pieces]
    .map(([productId, quantity]) => `${productId} × ${quantity}`)
    .sort()
    .join(', ');
}

const broken = (subject: string, rules: readonly [isBroken: boolean, complaint: string][]) =>
  rules.flatMap(([isBroken, complaint]) => (isBroken ? [`${subject} ${complaint}`] : []));
