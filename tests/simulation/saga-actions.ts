import { randomUUID } from 'node:crypto';
import { validateSagaOrder } from '../../generated/saga/validators.ts';
import type { Action } from './action.ts';
import type { Mishap } from './invocation.ts';
import { type ProviderRequest, unreachableProvider } from './provider.ts';
import { advanceClock } from './randomness.ts';
import { type Execution, isCallback, payloadOf, stateOf, taskAnswered, taskFailed, waitOver } from './state-machine.ts';
import { fileOf, type System } from './system.ts';
import type { ChargeCall, Saga, World } from './world.ts';

export const isRunning = ({ isDead, execution }: Saga) => !isDead && ['Task', 'Wait'].includes(stateOf(execution).Type);

/** What an execution may go through next, by the state it is in. */
export function sagaActions(system: System, saga: Saga, i: number): Action[] {
  if (!isRunning(saga)) return [];
  const { world } = system;
  const { execution } = saga;
  const actor = `saga ${i}`;
  const death: Action = {
    actor,
    kind: 'die',
    label: `${actor} dies (machine time-out or abort)`,
    run: () => endDead(world, saga),
  };
  if (stateOf(execution).Type === 'Wait') {
    return [death, { actor, kind: 'must', label: `${actor}: wait over`, run: () => endWait(execution) }];
  }
  if (isCallback(execution)) {
    const run = () => taskFailed(execution, 'States.Timeout');
    return [death, { actor, kind: 'must', label: `${actor}: charge times out`, run }];
  }
  const task = execution.state;
  const payload = async () => {
    const input = await payloadOf(execution);
    if (!validateSagaOrder(input)) throw new Error(`${task} was called with ${JSON.stringify(input)}`);
    return input;
  };
  const done = async (mishap?: Mishap) => {
    const end = await system.runTask(task, await payload(), { mishap });
    if (end.end !== 'returned') throw new Error(`${task} ${end.end}: ${'cause' in end ? end.cause : ''}`);
    return end.value;
  };
  const later = async () => void world.late.push({ task, payload: await payload() });
  const fail = () => taskFailed(execution, 'States.TaskFailed');
  const faults: [string, () => Promise<unknown>][] = [
    ['done, answer lost, tried again', () => done()],
    ['times out, tried again, lands later', later],
    ['faults for good, nothing done', fail],
    ['faults for good, yet done', () => done().then(fail)],
    ['faults for good, lands later', () => later().then(fail)],
  ];
  return [
    death,
    {
      actor,
      kind: 'must',
      label: `${actor}: ${task}`,
      run: async () => taskAnswered(execution, await done()),
      overtaken: async (by) => taskAnswered(execution, await done({ at: 'commit', what: 'overtaken', by })),
    },
    ...faults.map(([what, run]): Action => ({ actor, kind: 'fault', label: `${actor}: ${task} ${what}`, run })),
  ];
}

/** A wait takes five minutes. */
function endWait(execution: Execution): Promise<void> {
  advanceClock(5 * 60_000);
  return waitOver(execution);
}

/** What a ChargePayment Lambda at work may go through next. */
export function callActions(system: System, call: ChargeCall): Action[] {
  const { world } = system;
  const actor = `charge ${call.token}`;
  const drop = () => {
    world.calls = world.calls.filter((one) => one !== call);
  };
  const must = (what: string, run: () => Promise<unknown>, overtaken?: Action['overtaken']): Action => ({
    ...{ actor, kind: 'must', label: `${actor} ${what}`, run },
    ...(overtaken && { overtaken }),
  });
  const begin = async (mishap?: Mishap) => {
    const end = await system.runTask('ChargePayment', call.payload, { mishap, isHeldAtProvider: true });
    if (end.end === 'held') call.held = end.held;
    else drop();
  };
  const ask = () => {
    if (world.toldCancelled.has(call.orderId) && !call.wasInFlight) world.chargedTooLate.add(call.orderId);
    call.answer = system.askProvider(requestOf(call));
  };
  /** The Lambda goes on with the provider's answer. A task whose own answer fails is tried again. */
  const goOn = async (response: Response | Error) => {
    drop();
    const end = await call.held?.resume(response);
    if (end?.end === 'failed') again();
  };
  const saga = world.sagas[call.saga];
  const isAwaited =
    saga !== undefined && isRunning(saga) && isCallback(saga.execution) && system.tokenOf(call.saga) === call.token;
  const again = () => {
    if (isAwaited) saga.isRetried = true;
  };
  const fail = () => (isAwaited ? taskFailed(saga.execution, 'States.TaskFailed') : undefined);
  const fault = (what: string, run: () => unknown): Action => ({ actor, kind: 'fault', label: `${actor} ${what}`, run });
  const crashes = (when: string, before: () => unknown = () => undefined) => [
    fault(`crashes ${when}, tried again`, () => {
      before();
      drop();
      system.forgetBreakers();
      again();
    }),
    fault(`faults for good ${when}`, () => {
      before();
      drop();
      system.forgetBreakers();
      return fail();
    }),
  ];
  if (call.answer !== undefined) {
    const { answer } = call;
    return [must('hears the provider', () => goOn(answer))];
  }
  if (call.held !== undefined) {
    const noProvider = () => goOn(unreachableProvider());
    const calls = must('calls the provider', async () => {
      if (world.callsToOutage > 0) {
        world.callsToOutage -= 1;
        return noProvider();
      }
      ask();
      if (call.answer?.ok) await goOn(call.answer);
    });
    if (!isAwaited) return [calls];
    return [
      calls,
      fault('finds no provider', noProvider),
      ...crashes('before it calls'),
      ...(world.callsToOutage > 0 ? [] : crashes('after it calls', ask)),
    ];
  }
  /** Nobody heard that it began, and it goes on all the same. */
  const giveUp = fault('is given up, tried again', again);
  const stores = must(
    'stores the attempt',
    () => begin(),
    (by) => begin({ at: 'commit', what: 'overtaken', by }),
  );
  return isAwaited ? [stores, giveUp, ...crashes('before it stores')] : [stores];
}

function requestOf({ held }: ChargeCall): ProviderRequest {
  const { path, key, body }: Partial<Record<string, unknown>> = { ...Object(held?.request) };
  return { path: String(path), key: String(key), body };
}

/** What follows by itself: a waiting state calls its Lambda, and the reconciler gets to know of a failed execution. */
export async function follow(system: System): Promise<void> {
  const { world } = system;
  for (const [i, saga] of world.sagas.entries()) {
    const { execution, orderId } = saga;
    if (!saga.isDead && stateOf(execution).Type === 'Fail') endDead(world, saga);
    if (saga.isDead || !isCallback(execution)) continue;
    const isEntered = saga.calledAt !== execution.entries;
    if (!isEntered && !saga.isRetried) continue;
    // No two states are entered at the same moment.
    advanceClock(1);
    saga.calledAt = execution.entries;
    saga.enteredAt = isEntered ? new Date().toISOString() : saga.enteredAt;
    saga.retryCount = isEntered ? 0 : saga.retryCount + 1;
    saga.isRetried = false;
    saga.token += 1;
    const { enteredAt, retryCount } = saga;
    const token = system.tokenOf(i);
    world.calls.push({ saga: i, orderId, token, payload: await payloadOf(execution, { token, enteredAt, retryCount }) });
  }
}

function endDead(world: World, saga: Saga): void {
  saga.isDead = true;
  const body = JSON.stringify({
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    detail: { status: 'FAILED', input: JSON.stringify(saga.execution.input) },
  });
  const consumer = { name: 'reconciler', domain: 'order', lambda: fileOf('order', 'others', 'reconciler') } as const;
  world.queue.push({ consumer, type: 'execution ended', orderId: saga.orderId, body });
}
