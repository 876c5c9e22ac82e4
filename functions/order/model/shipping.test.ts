import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderIn } from '../../../tests/kit/stored-order.ts';
import { askAgain, decideCancellation, dueAt, type Order, type OrderChange, shipmentCancelled } from './order.ts';
import { decideDelivered, decideShipped } from './shipping.ts';

const at = '2026-11-22T12:00:00.000Z';
const departure = { method: 'delivery', trackingNumber: 'TC-0001', carrier: 'Test Carrier', shippedAt: at, at } as const;
const arrival = { method: 'delivery', deliveredAt: '2026-11-22T13:00:00.000Z', at } as const;

describe('decideShipped', () => {
  it.each(['confirmed', 'cancelling'] as const)('ships a %s order: its parcel left first', (status) => {
    const order = orderIn(status);
    const change = decideShipped(order, departure);
    expect(change?.order).toMatchObject({ status: 'shipped', version: 2, shippedAt: at });
    expect(change?.order).not.toHaveProperty('cancelReason');
    const { orderId, customerId, totalAmount } = order;
    const { at: _, ...facts } = departure;
    expect(change?.event).toMatchObject({ type: 'order.shipped', data: { orderId, customerId, totalAmount, ...facts } });
  });

  it.each(['pending', 'cancelled', 'shipped', 'delivered'] as const)('changes nothing of a %s order', (status) => {
    expect(decideShipped(orderIn(status), departure)).toBeUndefined();
  });
});

describe('decideDelivered', () => {
  it('ends a shipped order', () => {
    const change = decideDelivered(orderIn('shipped'), arrival);
    expect(change).toMatchObject({ order: { status: 'delivered', version: 2 }, event: { type: 'order.delivered' } });
    expect(change).not.toHaveProperty('earlier');
  });

  it.each(['confirmed', 'cancelling'] as const)('performs both steps of a %s order', (status) => {
    expect(decideDelivered(orderIn(status), arrival)).toMatchObject({
      order: { status: 'delivered', version: 2, shippedAt: arrival.deliveredAt, deliveredAt: arrival.deliveredAt },
      earlier: { type: 'order.shipped', aggregateVersion: 2 },
      event: { type: 'order.delivered', aggregateVersion: 2, data: { deliveredAt: arrival.deliveredAt } },
    });
  });

  it.each(['pending', 'cancelled', 'delivered'] as const)('changes nothing of a %s order', (status) => {
    expect(decideDelivered(orderIn(status), arrival)).toBeUndefined();
  });
});

describe('a cancellation that nobody answers', () => {
  const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

  it('is asked again when its answer is overdue, later and later', () => {
    const asked: number[] = [];
    let order: Order = orderIn('confirmed');
    const { change } = decideCancellation(order, { by: 'customer', reason: 'mind', at });
    if (change === undefined) throw new Error('a confirmed order waits for its shipment');
    order = change.order;
    for (let minute = 0; minute <= 240; minute++) {
      const again: OrderChange | undefined = askAgain(order, later(minute));
      if (again === undefined) continue;
      asked.push(minute);
      expect(again.event).toMatchObject({ data: { asked: asked.length + 1, requestedAt: at, reason: 'mind' } });
      order = again.order;
    }
    expect(asked).toEqual([5, 15, 35, 75, 135, 195]);
  });

  it('is due only while the order waits', () => {
    const due = (['confirmed', 'cancelled', 'shipped', 'delivered'] as const).map((status) => dueAt(orderIn(status)));
    expect(due).toEqual([undefined, undefined, undefined, undefined]);
    expect(askAgain(orderIn('confirmed'), later(999))).toBeUndefined();
  });
});

describe('any history after the confirmation', () => {
  const steps = {
    leaves: (order: Order) => decideShipped(order, departure),
    arrives: (order: Order) => decideDelivered(order, arrival),
    cancelled: (order: Order) => shipmentCancelled(order, at),
    customer: (order: Order) => decideCancellation(order, { by: 'customer', reason: 'mind', at }).change,
  };

  it('never goes back, and publishes each step once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(steps)), { maxLength: 10 }), (history) => {
        let order: Order = orderIn('confirmed');
        const published: string[] = [];
        for (const step of history) {
          const change: OrderChange | undefined = step(order);
          if (change === undefined) continue;
          expect(change.order.version).toBe(order.version + 1);
          published.push(...[change.earlier, change.event].flatMap((event) => event?.type ?? []));
          order = change.order;
        }
        const ends = published.filter((type) => type !== 'order.cancellation.requested').join();
        expect(['', 'order.cancelled', 'order.shipped', 'order.shipped,order.delivered']).toContain(ends);
        expect(new Set(published).size).toBe(published.length);
      }),
    );
  });
});
