import type { Action } from './action.ts';
import { deliver, startSaga } from './deliveries.ts';
import type { ProviderCharge, Report } from './provider.ts';
import { callActions, isRunning, sagaActions } from './saga-actions.ts';
import { cancelAs, onReport, reverseOwed, runTask } from './tasks.ts';
import { at, type World } from './world.ts';

/** Everything that can happen next: each is one transaction or one outside call, and between two all may be delayed or repeated. */
export function actions(world: World): Action[] {
  const all = [
    ...queueActions(world),
    ...world.sagas.flatMap((saga, i) => sagaActions(world, saga, i)),
    ...world.calls.flatMap((call) => callActions(world, call)),
    ...[...world.provider.values()].flatMap((charge) => providerActions(world, charge)),
    ...[...world.orders.keys()].flatMap((orderId) => orderActions(world, orderId)),
    ...world.late.map(({ task, payload }, i): Action => {
      const run = () => runTask(world, task, payload) && world.late.splice(i, 1);
      return { kind: 'must', label: `late ${task} lands`, run };
    }),
    ...shelfActions(world),
  ];
  return all.filter(({ kind }) => kind === 'must' || kind === 'may' || world.budget[kind] > 0);
}

function queueActions(world: World): Action[] {
  return world.queue.flatMap((message): Action[] => {
    const take = () => void world.queue.splice(world.queue.indexOf(message), 1);
    const { consumer, type } = message;
    const handled = () => deliver(world, message);
    const handledOnce = () => {
      take();
      return handled();
    };
    const once: Action = { kind: 'must', label: `${consumer} handles ${type}`, run: handledOnce };
    const twice: Action = { kind: 'fault', label: `${consumer} handles ${type}, and it comes again`, run: handled };
    const lost: Action = { kind: 'die', label: `${type} ends in the dead-letter queue of ${consumer}`, run: take };
    return consumer === 'order-saga' || consumer === 'reconciler' ? [once, twice, lost] : [once, twice];
  });
}

function providerActions(world: World, charge: ProviderCharge): Action[] {
  const { orderId, n, reports, status, isForgotten } = charge;
  const say = (report: Report, after = status) => {
    charge.status = after;
    reports.push(report);
  };
  const must = (label: string, run: () => unknown): Action => ({ kind: 'must', label: `provider ${label}`, run });
  const fault = (label: string, run: () => unknown): Action => ({ kind: 'fault', label: `provider ${label}`, run });
  const told = [...new Set(reports)].flatMap((report) => {
    const hear = () => onReport(world, orderId, n, report);
    const hearOnce = () => {
      reports.splice(reports.indexOf(report), 1);
      hear();
    };
    return [must(`reports ${report}`, hearOnce), fault(`reports ${report} twice`, hear)];
  });
  if (status !== 'requested' || isForgotten) return told;
  const silently = () => {
    charge.status = 'charged';
  };
  const forget = () => {
    charge.isForgotten = true;
  };
  const open = [
    must('charges', () => say('completed', 'charged')),
    fault('charges and never says so', silently),
    fault('forgets a charge', forget),
  ];
  if (reports.length > 0) return [...told, ...open];
  return [
    ...open,
    must('declines', () => say('final', 'declined')),
    must('fails for a while', () => say('retryable', 'declined')),
    fault('says it failed for a while, yet works on', () => say('retryable')),
  ];
}

function orderActions(world: World, orderId: string): Action[] {
  const order = world.orders.get(orderId);
  const isStarted = world.sagas.some((saga) => saga.orderId === orderId);
  const isAlive =
    world.queue.some((message) => message.orderId === orderId && message.type === 'order.created') ||
    world.sagas.some((saga) => saga.orderId === orderId && isRunning(saga));
  const list: Action[] = [];
  if (world.decide.owedReversals(world.payments.get(orderId)).length > 0) {
    list.push({ kind: 'must', label: 'payment gives back what it owes', run: () => reverseOwed(world, orderId) });
    list.push({ kind: 'fault', label: 'payment cancels what it owes and crashes', run: () => reverseOwed(world, orderId, true) });
  }
  if (order?.status === 'pending') {
    // It may also come while a slow saga is still at work.
    const kind = isAlive ? 'may' : 'must';
    list.push({ kind, label: 'deadline passes', run: () => cancelAs(world, orderId, 'deadline') });
  }
  if (order?.status === 'pending' || order?.status === 'confirmed') {
    list.push({ kind: 'cancel', label: `customer cancels (${order.status})`, run: () => cancelAs(world, orderId, 'customer') });
  }
  if (world.reservations.get(orderId)?.status === 'reserved') {
    list.push({ kind: 'expire', label: 'reservation expires', run: () => cancelAs(world, orderId, 'expiry') });
  }
  if (isStarted) list.push({ kind: 'restart', label: 'saga starts a second time', run: () => startSaga(world, orderId) });
  return list;
}

/** The shop counts what is on hand and books the difference. */
function shelfActions(world: World): Action[] {
  return [...world.stocks.values()].flatMap((stock) =>
    [0, stock.initial + 1].map((count): Action => {
      const delta = count - stock.available - stock.reserved;
      const run = () => {
        const adjustment = world.decide.adjustStock(stock, { delta, note: 'counted', at });
        if (adjustment.outcome === 'adjusted') world.stocks.set(stock.productId, adjustment.stock);
      };
      return { kind: 'adjust', label: `shop counts ${count === 0 ? 'none' : 'one too many'}`, run };
    }),
  );
}
