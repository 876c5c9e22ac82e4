import { validateChargeOrder, validateSagaOrder } from '../../generated/saga/validators.ts';
import type { Action } from './action.ts';
import { isCallback, payloadOf, stateOf, taskAnswered, taskFailed, waitOver } from './state-machine.ts';
import { runTask, tokenOf, workOnCharge } from './tasks.ts';
import type { ChargeCall, Saga, World } from './world.ts';

export const isRunning = ({ isDead, execution }: Saga) => !isDead && ['Task', 'Wait'].includes(stateOf(execution).Type);

/** What an execution may go through next, by the state it is in. */
export function sagaActions(world: World, saga: Saga, i: number): Action[] {
  if (!isRunning(saga)) return [];
  const { execution } = saga;
  const name = `saga ${i}`;
  const death: Action = { kind: 'die', label: `${name} dies (machine time-out or abort)`, run: () => endDead(world, saga) };
  if (stateOf(execution).Type === 'Wait')
    return [death, { kind: 'must', label: `${name}: wait over`, run: () => waitOver(execution) }];
  if (isCallback(execution)) {
    return [death, { kind: 'must', label: `${name}: charge times out`, run: () => taskFailed(execution, 'States.Timeout') }];
  }
  const task = execution.state;
  const payload = async () => {
    const input = await payloadOf(execution);
    if (!validateSagaOrder(input)) throw new Error(`${task} was called with ${JSON.stringify(input)}`);
    return input;
  };
  const done = async () => runTask(world, task, await payload());
  const later = async () => world.late.push({ task, payload: await payload() });
  const fail = () => taskFailed(execution, 'States.TaskFailed');
  const faults: [string, () => Promise<unknown>][] = [
    ['done, answer lost, tried again', done],
    ['times out, tried again, lands later', later],
    ['faults for good, nothing done', fail],
    ['faults for good, yet done', () => done().then(fail)],
    ['faults for good, lands later', () => later().then(fail)],
  ];
  return [
    death,
    { kind: 'must', label: `${name}: ${task}`, run: async () => taskAnswered(execution, await done()) },
    ...faults.map(([what, run]): Action => ({ kind: 'fault', label: `${name}: ${task} ${what}`, run })),
  ];
}

/** What a ChargePayment Lambda at work may go through next. */
export function callActions(world: World, call: ChargeCall): Action[] {
  const drop = async () => void world.calls.splice(world.calls.indexOf(call), 1);
  const work = async () => {
    if (await workOnCharge(world, call)) call.step = 'call';
    else await drop();
  };
  const name = `charge ${call.token}`;
  const must: Action = { kind: 'must', label: `${name} ${call.step}s`, run: work };
  const saga = world.sagas[call.saga];
  if (saga === undefined || !isRunning(saga) || !isCallback(saga.execution) || tokenOf(world, call.saga) !== call.token)
    return [must];
  const again = () => {
    saga.calledAt = 0;
  };
  const fail = () => taskFailed(saga.execution, 'States.TaskFailed');
  const faults: [string, () => unknown][] = [
    [`crashes before it ${call.step}s, tried again`, () => drop().then(again)],
    [`faults for good before it ${call.step}s`, () => drop().then(fail)],
  ];
  if (call.step === 'call') {
    faults.push(['crashes after it calls, tried again', () => work().then(again)]);
    faults.push(['faults for good after it calls', () => work().then(fail)]);
  }
  return [must, ...faults.map(([what, run]): Action => ({ kind: 'fault', label: `${name} ${what}`, run }))];
}

/** What follows by itself: a waiting state calls its Lambda, a failed execution is told to the reconciler. */
export async function follow(world: World): Promise<void> {
  for (const [i, saga] of world.sagas.entries()) {
    const { execution, orderId } = saga;
    if (!saga.isDead && stateOf(execution).Type === 'Fail') endDead(world, saga);
    if (saga.isDead || !isCallback(execution) || saga.calledAt === execution.entries) continue;
    saga.calledAt = execution.entries;
    saga.token += 1;
    const payload = await payloadOf(execution, tokenOf(world, i));
    if (!validateChargeOrder(payload)) throw new Error(`${execution.state} was called with ${JSON.stringify(payload)}`);
    world.calls.push({ saga: i, orderId, token: payload.taskToken, attempt: payload.attempt, step: 'store' });
  }
}

function endDead(world: World, saga: Saga): void {
  saga.isDead = true;
  world.queue.push({ consumer: 'reconciler', type: 'execution ended', orderId: saga.orderId });
}
