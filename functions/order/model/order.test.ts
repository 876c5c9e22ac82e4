import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CancelledOrder,
  type Canceller,
  type CancellingOrder,
  type ConfirmedOrder,
  type DeliveredOrder,
  decideCancellation,
  decideConfirmation,
  type Order,
  type PendingOrder,
  type ShippedOrder,
  shipmentCancelled,
} from './order.ts';

const at = '2026-11-22T10:05:00.000Z';
const orderId = '0193a000-0000-7000-8000-00000000000a';
const customerId = '0193a000-0000-7000-8000-00000000000b';
const paymentId = '0193a000-0000-7000-8000-00000000000c';
const totalAmount = { amountMinor: 2500, currency: 'EUR' };
const ham = { productId: '0193a000-0000-7000-8000-000000000001', localId: '0193a000-0000-7000-8000-0000000000ff', name: 'Ham' };

const pending: PendingOrder = {
  orderId,
  customerId,
  lines: [{ ...ham, quantity: 2, unitPrice: { amountMinor: 1250, currency: 'EUR' } }],
  totalAmount,
  paymentMethod: { token: 'tok_ok' },
  method: 'delivery',
  shipTo: { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' },
  note: 'Second floor',
  placedAt: '2026-11-22T10:00:00.000Z',
  deadline: '2026-11-22T12:00:00.000Z',
  version: 1,
  status: 'pending',
};
const confirmed: ConfirmedOrder = { ...pending, status: 'confirmed', version: 2, paymentId, confirmedAt: at };
const cancelling: CancellingOrder = {
  ...confirmed,
  status: 'cancelling',
  version: 3,
  cancelReason: 'ordered twice',
  cancelRequestedAt: at,
  asked: 1,
  answerDueAt: '2026-11-22T10:10:00.000Z',
};
const cancelled: CancelledOrder = { ...pending, status: 'cancelled', version: 2, cancelReason: 'out-of-stock', cancelledAt: at };
const shipped: ShippedOrder = { ...confirmed, status: 'shipped', version: 3, shippedAt: at };
const delivered: DeliveredOrder = { ...shipped, status: 'delivered', version: 4, deliveredAt: at };
const every = [pending, confirmed, cancelling, cancelled, shipped, delivered];

describe('decideConfirmation', () => {
  it('confirms a pending order and publishes what shipping and the customer need', () => {
    expect(decideConfirmation(pending, { paymentId, at })).toEqual({
      outcome: 'confirmed',
      change: {
        order: confirmed,
        event: {
          type: 'order.confirmed',
          aggregateId: orderId,
          aggregateVersion: 2,
          occurredOn: at,
          data: {
            ...{ orderId, customerId, totalAmount, paymentId, lines: pending.lines, confirmedAt: at },
            ...{ method: 'delivery', shipTo: pending.shipTo, note: 'Second floor' },
          },
        },
      },
    });
  });

  it.each([confirmed, cancelling, shipped, delivered])(
    'answers that a $status order is confirmed, and changes nothing',
    (order) => {
      expect(decideConfirmation(order, { paymentId, at })).toEqual({ outcome: 'confirmed' });
    },
  );

  it('answers that the order was cancelled meanwhile', () => {
    expect(decideConfirmation(cancelled, { paymentId, at })).toEqual({ outcome: 'cancelled-meanwhile' });
  });
});

describe('decideCancellation', () => {
  const reason = 'ordered twice';
  const others: Canceller[] = ['saga', 'deadline', 'expiry'];

  it.each<Canceller>(['customer', ...others])('cancels a pending order at once for the %s', (by) => {
    expect(decideCancellation(pending, { by, reason, at })).toEqual({
      outcome: 'cancelled',
      change: {
        order: { ...pending, status: 'cancelled', version: 2, cancelReason: reason, cancelledAt: at },
        event: {
          type: 'order.cancelled',
          aggregateId: orderId,
          aggregateVersion: 2,
          occurredOn: at,
          data: { orderId, customerId, totalAmount, reason, cancelledAt: at },
        },
      },
    });
  });

  it('lets the shipment decide when the customer of a confirmed order asks', () => {
    expect(decideCancellation(confirmed, { by: 'customer', reason, at })).toEqual({
      outcome: 'cancelling',
      change: {
        order: cancelling,
        event: {
          type: 'order.cancellation.requested',
          aggregateId: orderId,
          aggregateVersion: 3,
          occurredOn: at,
          data: { orderId, customerId, totalAmount, reason, requestedAt: at },
        },
      },
    });
  });

  it.each(others)('cancels only a pending order for the %s', (by) => {
    for (const order of [confirmed, cancelling, shipped, delivered]) {
      expect(decideCancellation(order, { by, reason, at })).toEqual({ outcome: 'confirmed' });
    }
  });

  it('asks the shipment once, however often the customer asks', () => {
    expect(decideCancellation(cancelling, { by: 'customer', reason: 'again', at })).toEqual({ outcome: 'cancelling' });
  });

  it.each([shipped, delivered])('is too late for a $status order', (order) => {
    expect(decideCancellation(order, { by: 'customer', reason, at })).toEqual({ outcome: 'confirmed' });
  });

  it('leaves a cancelled order with its first reason', () => {
    expect(decideCancellation(cancelled, { by: 'customer', reason, at })).toEqual({ outcome: 'cancelled' });
  });
});

describe('shipmentCancelled', () => {
  it('cancels the order that waited for it, for the reason that its customer gave', () => {
    const change = shipmentCancelled(cancelling, at);
    expect(change?.order).toMatchObject({ status: 'cancelled', version: 4, cancelReason: 'ordered twice', paymentId });
    expect(change?.event).toMatchObject({ type: 'order.cancelled', aggregateVersion: 4, data: { reason: 'ordered twice' } });
  });

  it.each(every.filter((order) => order !== cancelling))('changes nothing of a $status order', (order) => {
    expect(shipmentCancelled(order, at)).toBeUndefined();
  });
});

describe('any history', () => {
  type Asked = Canceller | 'confirm' | 'shipment';
  const step = fc.constantFrom<Asked[]>('confirm', 'shipment', 'customer', 'saga', 'deadline', 'expiry');
  const decide = (order: Order, asked: Asked) => {
    if (asked === 'confirm') return decideConfirmation(order, { paymentId, at });
    if (asked === 'shipment') return { change: shipmentCancelled(order, at) };
    return decideCancellation(order, { by: asked, reason: asked, at });
  };

  it('counts versions one by one, ends each order in one way, and publishes no event twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let order: Order = pending;
        const published: string[] = [];
        for (const asked of steps) {
          const decision = decide(order, asked);
          const change = 'change' in decision ? decision.change : undefined;
          if (change === undefined) continue;
          expect(change.order.version).toBe(order.version + 1);
          expect(change.event.aggregateVersion).toBe(change.order.version);
          expect(change.order).toMatchObject({ lines: pending.lines, totalAmount, deadline: pending.deadline });
          published.push(change.event.type);
          order = change.order;
          expect(decide(order, asked)).not.toHaveProperty('change.event');
        }
        expect(new Set(published).size).toBe(published.length);
        expect([
          '',
          'order.confirmed',
          'order.cancelled',
          'order.confirmed,order.cancellation.requested',
          'order.confirmed,order.cancellation.requested,order.cancelled',
        ]).toContain(published.join());
      }),
    );
  });
});
