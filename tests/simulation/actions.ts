import type { Action } from './action.ts';
import { queueActions, streamActions, sweepActions } from './event-actions.ts';
import { expire } from './expiry.ts';
import type { InvocationOptions, Mishap } from './invocation.ts';
import { callerOf, organizationId, staff } from './market.ts';
import { chargeAgain, type ProviderCharge, type Report, reportOf, secondKeyOf } from './provider.ts';
import { advanceClock } from './randomness.ts';
import { callActions, isRunning, sagaActions } from './saga-actions.ts';
import { shippingActions } from './shipping/shipping-actions.ts';
import type { System } from './system.ts';
import { orderName, type PlacedOrder, type World } from './world.ts';

/**
 * Everything that can happen next. Each is one Lambda from its start to its end, or to its death, or up to its call of the provider;
 * between two of them everything may be delayed or repeated.
 */
export function actions(system: System): Action[] {
  const { world } = system;
  const all = [
    ...world.stream.flatMap((record) => streamActions(system, record)),
    ...sweepActions(system),
    ...world.queue.flatMap((message) => queueActions(system, message)),
    ...world.sagas.flatMap((saga, i) => sagaActions(system, saga, i)),
    ...world.calls.flatMap((call) => callActions(system, call)),
    ...[...world.provider.values()].flatMap((charge) => providerActions(system, charge)),
    ...outageActions(system),
    ...reversalActions(system),
    ...world.orders.flatMap((order) => orderActions(system, order)),
    ...lateActions(system),
    ...shelfActions(system),
    ...shippingActions(system),
  ];
  return all.filter(({ kind }) => kind === 'must' || kind === 'may' || world.budget[kind] > 0);
}

/** The provider works on charges and reports them to our webhook until it gets a 200. */
function providerActions(system: System, charge: ProviderCharge): Action[] {
  const { world } = system;
  const { orderId, n, reports, status, isForgotten } = charge;
  const name = `${orderName(world, orderId)}/${n}`;
  const actor = `provider ${name}`;
  const say = (report: Report, after = status) => {
    charge.status = after;
    reports.push(report);
  };
  const must = (label: string, run: () => unknown): Action => ({ actor, kind: 'must', label: `provider ${label} ${name}`, run });
  const fault = (label: string, run: () => unknown): Action => ({
    actor,
    kind: 'fault',
    label: `provider ${label} ${name}`,
    run,
  });
  const reporting = [...new Set(reports)].flatMap((report) => {
    const send = async (options?: InvocationOptions) => {
      const answer = await system.request('payment', 'POST /payments/webhook', reportOf(charge, organizationId, report), options);
      return answer?.status === 200;
    };
    const sendUntilHeard = async (mishap?: Mishap) => {
      if (await send({ mishap })) charge.reports = without(charge.reports, report);
    };
    const label = `reports ${report} of`;
    return [
      {
        ...must(label, () => sendUntilHeard()),
        overtaken: (by: () => Promise<unknown>) => sendUntilHeard({ at: 'commit', what: 'overtaken', by }),
      },
      fault(`reports twice ${report} of`, () => send()),
      fault(`reports (the hint is lost) ${report} of`, () => sendUntilHeard({ at: 'saga', what: 'fails-before' })),
      fault(`reports (the hint’s answer is lost) ${report} of`, () => sendUntilHeard({ at: 'saga', what: 'fails-after' })),
      fault(`reports (the webhook dies before its hint) ${report} of`, () => sendUntilHeard({ at: 'saga', what: 'dies-before' })),
      fault(`reports (the commit’s answer is lost) ${report} of`, () => sendUntilHeard({ at: 'commit', what: 'fails-after' })),
    ];
  });
  // A second charge beside one that is never reported cannot be noticed.
  if (
    status === 'charged' &&
    reports.length === 0 &&
    !charge.isSilent &&
    !charge.isSecond &&
    !world.provider.has(secondKeyOf(charge))
  )
    return [...reporting, fault('charges once more', () => chargeAgain(world.provider, charge))];
  if (status !== 'requested' || isForgotten) return reporting;
  const silently = () => {
    charge.status = 'charged';
    charge.isSilent = true;
  };
  const forget = () => {
    charge.isForgotten = true;
  };
  const open = [
    must('charges', () => say('completed', 'charged')),
    fault('charges and never says so', silently),
    fault('forgets', forget),
  ];
  if (reports.length > 0) return [...reporting, ...open];
  return [
    ...open,
    must('declines', () => say('final', 'declined')),
    must('fails for a while', () => say('retryable', 'declined')),
    fault('says it failed for a while, yet works on', () => say('retryable')),
  ];
}

const without = (reports: readonly Report[], heard: Report): Report[] => {
  const at = reports.indexOf(heard);
  return reports.filter((_, index) => index !== at);
};

/** The provider is out for some calls: for a moment, or until the breakers are open. */
const outageActions = ({ world }: System): Action[] =>
  [2, 8].map((calls) => ({
    actor: 'outage',
    kind: 'fault',
    label: `provider goes out for ${calls === 2 ? 'a moment' : 'long'}`,
    run: () => {
      world.callsToOutage = calls;
    },
  }));

/** Payment's own repeated job, as long as it owes something. */
function reversalActions(system: System): Action[] {
  const owes = [...system.world.stored.payment.values()].some(({ pk }) => String(pk).startsWith('REVERSAL#'));
  if (!owes) return [];
  const actor = 'reversals of payment';
  // What is owed is left to its event for a minute, and after an outage for five.
  const run = (mishap?: Mishap) => {
    advanceClock(6 * minuteMs);
    return system.job('payment', 'reverse-charges', new Date().toISOString(), { mishap });
  };
  const fault = (what: string, mishap: Mishap): Action => ({
    actor,
    kind: 'fault',
    label: `payment ${what}`,
    run: () => run(mishap),
  });
  return [
    {
      ...{ actor, kind: 'must', label: 'payment gives back what it owes', run: () => run() },
      overtaken: (by) => run({ at: 'commit', what: 'overtaken', by }),
    },
    fault('gives back what it owes and crashes before it says so', { at: 'provider', what: 'dies-after' }),
    fault('finds no provider to give back what it owes', { at: 'provider', what: 'fails-before' }),
    fault('hears no answer about what it gave back', { at: 'provider', what: 'fails-after' }),
  ];
}

function orderActions(system: System, placed: PlacedOrder): Action[] {
  const { world } = system;
  const { orderId, deadline } = placed;
  const name = orderName(world, orderId);
  const actor = `requests about ${name}`;
  const status = [...world.stored.order.values()].find((item) => item.sk === 'ORDER' && item.orderId === orderId)?.status;
  const started = world.sagas.find((saga) => saga.orderId === orderId);
  const list: Action[] = [];
  if (status === 'pending') {
    // It may also come while a slow saga is still at work.
    const kind = isAlive(world, orderId) ? 'may' : 'must';
    const run = () => system.job('order', 'cancel-overdue', timeAfter(deadline, 1));
    list.push({ actor, kind, label: `deadline of ${name} passes`, run });
  }
  if (status === 'pending' || status === 'confirmed') {
    const cancel = async (mishap?: Mishap) => {
      const sent = { caller: callerOf(placed), params: { orderId }, body: {} };
      const answer = await system.request('order', 'POST /orders/{orderId}/cancel', sent, { mishap });
      if (answer !== undefined) expectStatus(answer, [200, 202]);
      return answer;
    };
    const cancelAndTell = async (mishap?: Mishap) => {
      const answer = await cancel(mishap);
      if (answer?.body.status !== 'cancelled') return;
      world.toldCancelled.add(orderId);
      for (const call of world.calls) if (call.orderId === orderId && call.held !== undefined) call.wasInFlight = true;
    };
    list.push({
      ...{ actor, kind: 'cancel', label: `customer cancels ${name} (${status})`, run: () => cancelAndTell() },
      overtaken: (by) => cancelAndTell({ at: 'commit', what: 'overtaken', by }),
    });
    const isPending = status === 'pending';
    const lost = (what: string, mishap: Mishap): Action => ({
      ...{ actor, kind: 'cancel', label: `customer cancels (${what}) ${name} (${status})` },
      run: () => cancel(mishap),
    });
    if (isPending) {
      list.push(lost('payment is not reached', { at: 'closing', what: 'fails-before' }));
      list.push(lost('payment’s answer is lost', { at: 'closing', what: 'fails-after' }));
      list.push(lost('the API dies before it reaches payment', { at: 'closing', what: 'dies-before' }));
    }
  }
  const reservation = [...world.stored.inventory.values()].find((item) => item.sk === 'RESERVATION' && item.orderId === orderId);
  if (reservation?.status === 'reserved') {
    list.push({ actor, kind: 'expire', label: `reservation of ${name} expires`, run: () => expire(organizationId, orderId) });
  }
  if (started !== undefined) {
    const run = () => system.startSaga(orderId, started.execution.input);
    list.push({ actor, kind: 'restart', label: `saga of ${name} starts a second time`, run });
  }
  return list;
}

/** Whether something is still under way that will end the order. */
const isAlive = ({ queue, outbox, sagas }: World, orderId: string) =>
  queue.some((message) => message.orderId === orderId && message.type === 'order.created') ||
  [...outbox.values()].some((item) => item.orderId === orderId && item.types.includes('order.created')) ||
  sagas.some((saga) => saga.orderId === orderId && isRunning(saga));

const lateActions = (system: System): Action[] =>
  system.world.late.map((late) => {
    const { task, payload } = late;
    const run = async () => {
      system.world.late = system.world.late.filter((one) => one !== late);
      await system.runTask(task, payload);
    };
    return {
      actor: `late ${task}`,
      kind: 'must',
      label: `late ${task} of ${orderName(system.world, payload.orderId)} lands`,
      run,
    };
  });

/** The shop counts what is on hand and books the difference. */
function shelfActions(system: System): Action[] {
  const { products, stored } = system.world;
  return products.flatMap((productId, p) => {
    const stock = [...stored.inventory.values()].find((item) => item.sk === 'STOCK' && item.productId === productId);
    if (stock === undefined) return [];
    const [initial, available, reserved] = [Number(stock.initial), Number(stock.available), Number(stock.reserved)];
    return [0, initial + 1].map((count): Action => {
      const body = { delta: count - available - reserved, reason: 'counted' };
      const adjust = async (mishap?: Mishap) => {
        const sent = { caller: staff, params: { productId }, body };
        // 409 names what is reserved.
        expectStatus(await system.request('inventory', 'PUT /inventory/{productId}', sent, { mishap }), [200, 409]);
      };
      return {
        ...{ actor: `shelf ${p}`, kind: 'adjust', label: `shop counts ${count === 0 ? 'none' : 'one too many'} of product ${p}` },
        run: () => (body.delta === 0 ? undefined : adjust()),
        overtaken: async (by) => adjust({ at: 'commit', what: 'overtaken', by }),
      };
    });
  });
}

/** A request that is refused for another reason would make the schedules emptier than they look. */
function expectStatus(answer: Awaited<ReturnType<System['request']>>, expected: readonly number[]): void {
  if (answer === undefined || !expected.includes(answer.status)) throw new Error(`answered ${JSON.stringify(answer)}`);
}

const minuteMs = 60_000;
const timeAfter = (time: string, minutes: number) => new Date(Date.parse(time) + minutes * minuteMs).toISOString();
