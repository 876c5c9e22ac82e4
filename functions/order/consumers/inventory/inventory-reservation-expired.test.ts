import { describe, expect, it } from 'vitest';
import { closePaymentStub } from '../../../../tests/kit/close-payment.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { deadline, orderId, orderIn, putOrder } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { decideCancellation, type Order } from '../../model/order.ts';
import { orderEffects, orders } from '../../store/order-table.ts';

closePaymentStub();
const table = emptyTable('order');
const late = '2026-11-22T12:00:01.000Z';
const expire = () =>
  deliver(
    handler,
    'inventory.reservation.expired',
    anEvent('inventory.reservation.expired', orderId, { orderId, reservedAt: at, expiredAt: late }),
  );
const stored = () => orders.find(organizationId, orderId);

describe('onReservationExpired', () => {
  it('cancels an order that is pending past its deadline', async () => {
    table.put(...putOrder(orderIn('pending')));
    await expire();
    expect(await stored()).toMatchObject({ status: 'cancelled', cancelReason: 'reservation-expired' });
    expect(table.published()).toMatchObject([{ type: 'order.cancelled', aggregateId: orderId }]);
  });

  it('repeats order.cancelled of an order that was cancelled, under its event id, so that only those who missed it act', async () => {
    const pending = orderIn('pending');
    table.put(...putOrder(pending));
    const { change } = decideCancellation(pending, { by: 'deadline', reason: 'deadline-passed', at: deadline });
    if (change === undefined) throw new Error('it was not cancelled');
    const effects = orderEffects(organizationId, change, pending);
    table.put(...effects.writes);
    await expire();
    const [first] = effects.publish;
    expect(table.published()).toMatchObject([
      {
        type: 'order.cancelled',
        eventId: first?.eventId,
        occurredOn: deadline,
        eventData: { orderId, reason: 'deadline-passed' },
      },
    ]);
    expect(await stored()).toMatchObject({ version: 2 });
  });

  it.each<Order['status']>(['confirmed', 'cancelling', 'shipped', 'delivered'])('leaves a %s order alone', async (status) => {
    table.put(...putOrder(orderIn(status)));
    await expire();
    expect(await stored()).toMatchObject({ status, version: 1 });
    expect(table.published()).toEqual([]);
  });

  it('knows nothing of an order that does not exist', async () => {
    await expire();
    expect(table.items()).toEqual([]);
  });
});
