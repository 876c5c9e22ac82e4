import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  type Charge,
  type Market,
  type Order,
  type Payment,
  type Reservation,
  type Shipment,
  type Stock,
  violations,
} from './invariants.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const line = { productId: 'ham', quantity: 2 };
const emptyMarket: Market = {
  stocks: [],
  reservations: [],
  orders: [],
  payments: [],
  charges: [],
  shipments: [],
  outbox: [],
  duties: [],
};

const stock: Stock = { productId: 'ham', initial: 10, adjusted: -3, available: 5, reserved: 2, shipped: 0 };
const soldReservation: Reservation = { orderId: 'sold', status: 'reserved', lines: [line] };
const undoneReservation: Reservation = { orderId: 'undone', status: 'released', lines: [line] };
const soldOrder: Order = { orderId: 'sold', status: 'confirmed', lines: [line], totalAmount: eur(900) };
const undoneOrder: Order = { orderId: 'undone', status: 'cancelled', lines: [line], totalAmount: eur(900) };
const paidAttempt: Attempt = { n: 1, key: 'sold:1', status: 'completed' };
const soldPayment: Payment = { orderId: 'sold', status: 'completed', amount: eur(900), attempts: [paidAttempt] };
const undonePayment: Payment = {
  orderId: 'undone',
  status: 'closed',
  amount: eur(900),
  attempts: [{ n: 1, key: 'undone:1', status: 'refunded' }],
};
const soldCharge: Charge = { key: 'sold:1', orderId: 'sold', status: 'charged', amount: eur(900), refunds: 0 };
const undoneCharge: Charge = { key: 'undone:1', orderId: 'undone', status: 'refunded', amount: eur(900), refunds: 1 };

const soldShipment: Shipment = {
  orderId: 'sold',
  status: 'created',
  parcels: [{ parcelId: 'p1', localId: 'mill', status: 'created' }],
};
const undoneShipment: Shipment = { orderId: 'undone', status: 'cancelled', parcels: [] };
const parcelIn = (status: string) => ({ parcelId: 'p1', localId: 'mill', status });

/** One confirmed order of two hams, and one cancelled after its charge: everything as it has to be. */
const sound: Market = {
  stocks: [stock],
  reservations: [soldReservation, undoneReservation],
  orders: [soldOrder, undoneOrder],
  payments: [soldPayment, undonePayment],
  charges: [soldCharge, undoneCharge],
  shipments: [soldShipment, undoneShipment],
  outbox: [],
  duties: [],
};

type Broken = { world: string; market: Market; says: RegExp };
const nereasOrder: Order = { ...soldOrder, customerId: 'nerea' };
const nerea = {
  customerId: 'nerea',
  ordersPlaced: 1,
  ordersDelivered: 0,
  ordersCancelled: 0,
  ordersUnderWay: 1,
  loyaltyPoints: 0,
  amountsSpent: {},
};
const brokenWorlds: Broken[] = [
  {
    world: 'an order that its customer does not count',
    market: { ...sound, orders: [nereasOrder, undoneOrder], customers: [] },
    says: /customer nerea has 0 ordersPlaced, the orders come to 1/,
  },
  {
    world: 'points for an order that is not delivered',
    market: {
      ...sound,
      orders: [nereasOrder, undoneOrder],
      customers: [{ ...nerea, loyaltyPoints: 9, amountsSpent: { EUR: 900 } }],
    },
    says: /customer nerea has 9 loyaltyPoints, the orders come to 0\ncustomer nerea has 900 EUR/,
  },
  {
    world: 'a stock below zero',
    market: { ...emptyMarket, stocks: [{ ...stock, initial: 2, adjusted: -3, available: -1, reserved: 0 }] },
    says: /stock ham is negative: -1 available/,
  },
  {
    world: 'a lost piece',
    market: { ...sound, stocks: [{ ...stock, available: 4 }] },
    says: /stock ham had 10 \+ -3 pieces, accounts for 4 \+ 2 \+ 0/,
  },
  {
    world: 'a piece reserved for nobody',
    market: { ...sound, stocks: [{ ...stock, available: 4, reserved: 3 }] },
    says: /stock ham has 3 reserved, its reservations hold 2/,
  },
  {
    world: 'a piece shipped for nobody',
    market: { ...sound, stocks: [{ ...stock, available: 4, shipped: 1 }] },
    says: /stock ham has 1 shipped, its reservations shipped 0/,
  },
  {
    world: 'a reservation without its order',
    market: { ...sound, orders: [undoneOrder], payments: [undonePayment], charges: [undoneCharge] },
    says: /reservation of sold is of an order that does not exist/,
  },
  {
    world: 'a reservation of an unknown product',
    market: { ...sound, reservations: [soldReservation, { ...undoneReservation, lines: [{ productId: 'egg', quantity: 1 }] }] },
    says: /reservation of undone names products without stock: egg/,
  },
  {
    world: 'a pending order',
    market: { ...sound, orders: [soldOrder, { ...undoneOrder, status: 'pending' }] },
    says: /order undone has not ended: it is pending/,
  },
  {
    world: 'an order that waits for its shipment',
    market: { ...sound, orders: [{ ...soldOrder, status: 'cancelling' }, undoneOrder] },
    says: /order sold has not ended: it is cancelling/,
  },
  {
    world: 'a confirmed order without stock',
    market: {
      ...sound,
      stocks: [{ ...stock, available: 7, reserved: 0 }],
      reservations: [{ ...soldReservation, status: 'released' }, undoneReservation],
    },
    says: /confirmed order sold has stock released, not reserved/,
  },
  {
    world: 'a confirmed order with half its stock',
    market: {
      ...sound,
      stocks: [{ ...stock, available: 6, reserved: 1 }],
      reservations: [{ ...soldReservation, lines: [{ ...line, quantity: 1 }] }, undoneReservation],
    },
    says: /confirmed order sold has other pieces set aside than it ordered/,
  },
  {
    world: 'a confirmed order that nobody paid',
    market: { ...sound, payments: [undonePayment], charges: [undoneCharge] },
    says: /confirmed order sold has a payment that is missing/,
  },
  {
    world: 'a confirmed order that only our books call paid',
    market: { ...sound, charges: [undoneCharge] },
    says: /confirmed order sold has 0 unrefunded charges at the provider/,
  },
  {
    world: 'a confirmed order charged twice',
    market: { ...sound, charges: [soldCharge, undoneCharge, { ...soldCharge, key: 'sold:2' }] },
    says: /confirmed order sold has 2 unrefunded charges at the provider/,
  },
  {
    world: 'a confirmed order whose charge is still open',
    market: { ...sound, charges: [soldCharge, undoneCharge, { ...soldCharge, key: 'sold:2', status: 'requested' }] },
    says: /confirmed order sold has a charge at the provider that may still be taken/,
  },
  {
    world: 'two completed attempts',
    market: {
      ...sound,
      payments: [{ ...soldPayment, attempts: [paidAttempt, { n: 2, key: 'sold:2', status: 'completed' }] }, undonePayment],
    },
    says: /confirmed order sold has 2 completed attempts/,
  },
  {
    world: 'a charge of another amount',
    market: { ...sound, charges: [{ ...soldCharge, amount: eur(901) }, undoneCharge] },
    says: /confirmed order sold costs 900 EUR, the provider took 901 EUR/,
  },
  {
    world: 'a payment in another currency',
    market: { ...sound, payments: [{ ...soldPayment, amount: { amountMinor: 900, currency: 'USD' } }, undonePayment] },
    says: /confirmed order sold costs 900 EUR, its payment is of 900 USD/,
  },
  {
    world: 'a charge that our books do not name',
    market: { ...sound, charges: [{ ...soldCharge, key: 'sold:9' }, undoneCharge] },
    says: /confirmed order sold is paid by another charge/,
  },
  {
    world: 'a cancelled order that holds stock',
    market: {
      ...sound,
      stocks: [{ ...stock, available: 3, reserved: 4 }],
      reservations: [soldReservation, { ...undoneReservation, status: 'reserved' }],
    },
    says: /cancelled order undone has stock reserved/,
  },
  {
    world: 'a cancelled order with an open payment',
    market: { ...sound, payments: [soldPayment, { ...undonePayment, status: 'initiated' }] },
    says: /cancelled order undone has a payment that is initiated/,
  },
  {
    world: 'a cancelled order whose money the provider kept',
    market: { ...sound, charges: [soldCharge, { ...undoneCharge, status: 'charged', refunds: 0 }] },
    says: /cancelled order undone has an unrefunded charge at the provider/,
  },
  {
    world: 'a cancelled order whose charge may still be taken',
    market: {
      ...sound,
      payments: [soldPayment, { ...undonePayment, attempts: [{ n: 1, key: 'undone:1', status: 'intent' }] }],
      charges: [soldCharge, { ...undoneCharge, status: 'requested', refunds: 0 }],
    },
    says: /cancelled order undone has a charge at the provider that may still be taken/,
  },
  {
    world: 'a cancelled order whose refund our books missed',
    market: {
      ...sound,
      payments: [soldPayment, { ...undonePayment, attempts: [{ n: 1, key: 'undone:1', status: 'completed' }] }],
    },
    says: /cancelled order undone has a completed attempt that was not refunded/,
  },
  {
    world: 'a cancelled order with a parcel',
    market: {
      ...sound,
      shipments: [soldShipment, { orderId: 'undone', status: 'in_transit', parcels: [parcelIn('in_transit')] }],
    },
    says: /cancelled order undone has a live shipment: in_transit/,
  },
  {
    world: 'money given back twice',
    market: { ...sound, charges: [soldCharge, { ...undoneCharge, refunds: 2 }] },
    says: /charge undone:1 was refunded 2 times/,
  },
  {
    world: 'a refund in our books alone',
    market: { ...sound, charges: [soldCharge, { ...undoneCharge, status: 'voided', refunds: 0 }] },
    says: /charge undone:1 is voided, our books say refunded/,
  },
  {
    world: 'a charge for no order',
    market: {
      ...sound,
      charges: [...sound.charges, { ...undoneCharge, key: 'lost:1', orderId: 'lost', status: 'voided', refunds: 0 }],
    },
    says: /charge lost:1 is of an order that does not exist: lost/,
  },
  {
    world: 'a payment for no order',
    market: { ...sound, payments: [...sound.payments, { ...undonePayment, orderId: 'lost', attempts: [] }] },
    says: /payment of lost is of an order that does not exist/,
  },
  {
    world: 'an event that was never published',
    market: { ...sound, outbox: [{ key: 'order OUTBOX#3/1', types: ['order.created'] }] },
    says: /outbox order OUTBOX#3\/1 still holds order.created/,
  },
  {
    world: 'a confirmed order without a shipment',
    market: { ...sound, shipments: [undoneShipment] },
    says: /confirmed order sold has a shipment that is missing/,
  },
  {
    world: 'a parcel that has left for an order that nobody shipped',
    market: {
      ...sound,
      shipments: [{ ...soldShipment, status: 'in_transit', parcels: [parcelIn('in_transit')] }, undoneShipment],
    },
    says: /shipment of sold has left, its order is confirmed/,
  },
  {
    world: 'a cancelled shipment with a parcel that may leave',
    market: { ...sound, shipments: [soldShipment, { ...undoneShipment, parcels: [parcelIn('created')] }] },
    says: /shipment of undone is cancelled, and a parcel is created/,
  },
  {
    world: 'a shipment that is delivered before its parcel',
    market: { ...sound, shipments: [{ ...soldShipment, status: 'delivered' }, undoneShipment] },
    says: /shipment of sold is delivered, and its parcels say otherwise/,
  },
  {
    world: 'two parcels of one shop',
    market: { ...sound, shipments: [{ ...soldShipment, parcels: [parcelIn('created'), parcelIn('created')] }, undoneShipment] },
    says: /shipment of sold has two parcels of one shop/,
  },
  {
    world: 'a carrier that was not told',
    market: { ...sound, duties: ['CARRIER_DUTY#1/sold'] },
    says: /CARRIER_DUTY#1\/sold is still to be done/,
  },
  {
    world: 'a reversal that is still owed',
    market: { ...sound, duties: ['REVERSAL#1/undone'] },
    says: /REVERSAL#1\/undone is still to be done/,
  },
];

describe('violations', () => {
  it('finds none in a sound market, however its lines are split', () => {
    expect(violations(sound)).toEqual([]);
    expect(violations({ ...sound, orders: [nereasOrder, undoneOrder], customers: [nerea] })).toEqual([]);
    const half = { ...line, quantity: 1 };
    expect(violations({ ...sound, reservations: [{ ...soldReservation, lines: [half, half] }, undoneReservation] })).toEqual([]);
  });

  it.each([
    ['shipped', 'in_transit', 'in_transit'],
    ['shipped', 'lost', 'lost'],
    ['delivered', 'delivered', 'delivered'],
  ] as const)('finds none when the order is %s and its parcel %s', (status, shipmentStatus, parcelStatus) => {
    const gone = { ...stock, reserved: 0, shipped: 2 };
    const reservations: Reservation[] = [{ ...soldReservation, status: 'shipped' }, undoneReservation];
    const shipments: Shipment[] = [
      { ...soldShipment, status: shipmentStatus, parcels: [parcelIn(parcelStatus)] },
      undoneShipment,
    ];
    expect(
      violations({ ...sound, stocks: [gone], reservations, orders: [{ ...soldOrder, status }, undoneOrder], shipments }),
    ).toEqual([]);
  });

  it('finds none in an empty market', () => {
    expect(violations(emptyMarket)).toEqual([]);
  });

  it('takes a payment closed before it began, and a charge the provider refused', () => {
    const tombstone = { orderId: 'undone', status: 'tombstone', amount: undefined, attempts: [] };
    const refused = { ...undoneCharge, status: 'voided', refunds: 0 };
    expect(violations({ ...sound, payments: [soldPayment, tombstone], charges: [soldCharge, refused] })).toEqual([]);
  });

  it.each(brokenWorlds)('finds $world', ({ market, says }) => {
    expect(violations(market).join('\n')).toMatch(says);
  });
});
