import type { SagaOrder } from '../../generated/saga/types.ts';
import { startExecution } from './state-machine.ts';
import { cancelAs, closeOrdersPayment, orderOf, releaseStock, resumeSaga, reverseOwed, storeOrder } from './tasks.ts';
import { at, type Delivery, idOf, publish, type World } from './world.ts';

/** What a consumer does with a message, marker or no marker: twice must come to the same as once. */
export async function deliver(world: World, { consumer, type, orderId }: Delivery): Promise<void> {
  switch (consumer) {
    case 'order-saga':
      // The execution's name is taken: the start that came first counts.
      if (!world.sagas.some((saga) => saga.orderId === orderId)) await startSaga(world, orderId);
      return;
    case 'reconciler':
      cancelAs(world, orderId, 'saga');
      return;
    case 'inventory':
      return releaseStock(world, orderId);
    case 'order':
      if (type === 'shipping.cancelled') storeOrder(world, world.decide.shipmentCancelled(orderOf(world, orderId), at));
      return;
    case 'payment':
      if (type === 'order.cancelled') return closeOrdersPayment(world, orderId);
      return type === 'payment.reversal.requested' ? reverseOwed(world, orderId) : resumeSaga(world, orderId);
    case 'shipping':
      return shippingHears(world, type, orderId);
  }
}

export async function startSaga(world: World, orderId: string): Promise<void> {
  const { customerId, lines, totalAmount, paymentMethod } = orderOf(world, orderId);
  const trace = { correlationId: orderId, traceparent: `00-${'1'.repeat(32)}-${'1'.repeat(16)}-01`, causationId: orderId };
  const input: SagaOrder = { orderId, organizationId: idOf('d', 0), customerId, lines, totalAmount, paymentMethod, ...trace };
  world.sagas.push({ orderId, execution: await startExecution(input), token: 0, calledAt: 0, isDead: false });
}

function shippingHears(world: World, type: string, orderId: string): void {
  const decide = type === 'order.cancellation.requested' ? world.decide.answerCancellationRequest : world.decide.cancelShipment;
  const stored = world.shipments.get(orderId);
  const decided = decide({ orderId, shipmentId: idOf('5', Number(orderId.at(-1))), reason: type, at }, stored);
  if (decided.outcome !== 'cancelled') return;
  world.shipments.set(orderId, decided.shipment);
  publish(world, orderId, decided.events);
}
