import type { ReservationChange } from '../../functions/inventory/model/reservation.ts';
import type { Canceller, Order, OrderChange } from '../../functions/order/model/order.ts';
import { answerOf, currentAttempt, type PaymentChange } from '../../functions/payment/model/payment.ts';
import type { SagaOrder } from '../../generated/saga/types.ts';
import { cancel, charge, type Report } from './provider.ts';
import { isCallback, taskAnswered } from './state-machine.ts';
import { at, type ChargeCall, idOf, publish, type World } from './world.ts';

/** The Lambda of a state of the saga: one transaction. */
export function runTask(world: World, task: string, { orderId, lines, reason = '', paymentId = '' }: SagaOrder): object {
  const { decide, payments, reservations } = world;
  switch (task) {
    case 'ReserveStock': {
      const reserving = decide.reserve({ orderId, lines, at }, reservations.get(orderId), world.stocks);
      if (reserving.outcome === 'stock-not-open') throw new Error('every stock is open here');
      storeReservation(world, orderId, reserving.change);
      return reserving.answer;
    }
    case 'AskPayment': {
      const { answer, change } = decide.askPayment({ orderId, at }, payments.get(orderId));
      storePayment(world, orderId, change);
      return answer;
    }
    case 'ConfirmOrder': {
      const { outcome, change } = decide.confirmOrder(orderOf(world, orderId), { paymentId, at });
      storeOrder(world, change);
      return { outcome };
    }
    case 'CancelOrder':
      return { outcome: cancelAs(world, orderId, 'saga', reason) };
    case 'RefundPayment':
      closeOrdersPayment(world, orderId);
      return { outcome: 'done' };
    case 'ReleaseStock':
      releaseStock(world, orderId);
      return { outcome: 'done' };
    default:
      throw new Error(`nobody does ${task}`);
  }
}

export function cancelAs(world: World, orderId: string, by: Canceller, reason: string = by): string {
  const { outcome, change } = world.decide.cancelOrder(orderOf(world, orderId), { by, reason, at });
  storeOrder(world, change);
  return outcome;
}

export function releaseStock(world: World, orderId: string): void {
  storeReservation(world, orderId, world.decide.release({ orderId, at }, world.reservations.get(orderId), world.stocks));
}

export function closeOrdersPayment(world: World, orderId: string): void {
  storePayment(world, orderId, world.decide.closePayment({ orderId, at }, world.payments.get(orderId)));
}

/** ChargePayment's two halves. True while it has the provider still to call. */
export async function workOnCharge(world: World, { orderId, attempt, token, step }: ChargeCall): Promise<boolean> {
  const stored = world.payments.get(orderId);
  if (step === 'store') {
    const { customerId, totalAmount: amount } = orderOf(world, orderId);
    const command = {
      orderId,
      customerId,
      amount,
      source: 'tok_ok',
      attempt,
      taskToken: token,
      at,
      paymentId: idOf('f', Number(orderId.at(-1))),
    };
    const storing = world.decide.storeAttempt(command, stored);
    if (storing.outcome === 'charge') storePayment(world, orderId, storing.change);
    else await answerSaga(world, token, storing.answer);
    return storing.outcome === 'charge';
  }
  if (stored === undefined || stored.status === 'tombstone') throw new Error('the attempt was stored before');
  const prepared = stored.attempts.find(({ n }) => n === attempt) ?? currentAttempt(stored);
  charge(world.provider, { key: prepared.key, orderId, n: prepared.n, amount: stored.amount });
  return false;
}

/** SendTaskSuccess: a token that nobody waits with any more is no error. */
async function answerSaga(world: World, token: string, answer: object): Promise<void> {
  const waiting = world.sagas.find(({ execution, isDead }, i) => !isDead && isCallback(execution) && tokenOf(world, i) === token);
  if (waiting !== undefined) await taskAnswered(waiting.execution, answer);
}

export const tokenOf = ({ sagas }: World, saga: number) => `${saga}.${sagas[saga]?.token}`;

/** Payment's consumer of its own payment.completed and payment.failed. */
export async function resumeSaga(world: World, orderId: string): Promise<void> {
  const payment = world.payments.get(orderId);
  if (payment === undefined || payment.status === 'initiated' || payment.status === 'tombstone') return;
  await answerSaga(world, payment.taskToken, answerOf(payment));
}

/** The provider's callback: it only commits. */
export function onReport(world: World, orderId: string, n: number, report: Report): void {
  const about = { attempt: n, amount: orderOf(world, orderId).totalAmount, at };
  const failed = { result: 'failed', retryable: report === 'retryable', reason: report } as const;
  const told =
    report === 'completed' ? ({ result: 'completed', chargeId: 'charge', transactionId: 'transaction' } as const) : failed;
  const reporting = world.decide.reportCharge({ ...about, ...told }, world.payments.get(orderId));
  if (reporting.outcome === 'recorded') storePayment(world, orderId, reporting.change);
}

/** Payment's own repeated job: cancels at the provider what is owed back, then records it (`crash` ends between the two). */
export function reverseOwed(world: World, orderId: string, crash = false): void {
  const payment = world.payments.get(orderId);
  if (payment === undefined || payment.status === 'tombstone') return;
  const reversals = world.decide.owedReversals(payment).map(({ n, key }) => ({
    n,
    outcome: cancel(world.provider, { key, orderId, n, amount: payment.amount }),
  }));
  if (!crash) storePayment(world, orderId, world.decide.recordReversals(reversals, at, payment));
}

export function orderOf({ orders }: World, orderId: string): Order {
  const order = orders.get(orderId);
  if (order === undefined) throw new Error(`there is no ${orderId}`);
  return order;
}

export function storeOrder(world: World, change: OrderChange | undefined): void {
  if (change === undefined) return;
  world.orders.set(change.order.orderId, change.order);
  publish(world, change.order.orderId, [change.event]);
}

function storeReservation(world: World, orderId: string, change: ReservationChange | undefined): void {
  if (change === undefined) return;
  world.reservations.set(orderId, change.reservation);
  for (const stock of change.stocks) world.stocks.set(stock.productId, stock);
  publish(world, orderId, change.events);
}

function storePayment(world: World, orderId: string, change: PaymentChange | undefined): void {
  if (change === undefined) return;
  world.payments.set(orderId, change.payment);
  publish(world, orderId, change.events);
}
