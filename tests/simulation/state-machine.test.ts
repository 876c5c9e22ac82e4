import { describe, expect, it } from 'vitest';
import { isCallback, machine, payloadOf, startExecution, stateOf, taskAnswered, taskFailed, waitOver } from './state-machine.ts';

type Step = object | 'fault' | 'time-out';

const reserved = { outcome: 'reserved' };
const paid = { outcome: 'completed', paymentId: 'payment' };
const failed = { outcome: 'retryable', reason: 'busy' };
const cancelled = { outcome: 'cancelled' };
const done = { outcome: 'done' };
const undone = ['CancelOrder', 'RefundPayment', 'ReleaseStock', 'OrderCancelled'];

/** The states that are called or waited in, and the end, when the tasks answer so one after the other. */
async function pathOf(...steps: Step[]): Promise<string[]> {
  const execution = await startExecution({ orderId: 'order' });
  const path: string[] = [];
  for (;;) {
    path.push(execution.state);
    const { Type } = stateOf(execution);
    if (Type === 'Succeed' || Type === 'Fail') return path;
    if (Type === 'Wait') {
      await waitOver(execution);
      continue;
    }
    const step = steps.shift();
    if (step === undefined) throw new Error(`nothing is said of ${path.join(' → ')}`);
    if (step === 'fault') await taskFailed(execution, 'States.TaskFailed');
    else if (step === 'time-out') await taskFailed(execution, 'States.Timeout');
    else await taskAnswered(execution, step);
  }
}

describe('the order saga', () => {
  const toCharge = ['ReserveStock', 'ChargePayment'];
  const again = ['WaitForNextAttempt', 'ChargePayment'];
  const providerOut = { outcome: 'provider-out' };
  const later = ['WaitForProvider', 'ChargePayment'];

  it.each<[string, Step[], string[]]>([
    ['confirms', [reserved, paid, { outcome: 'confirmed' }], [...toCharge, 'ConfirmOrder', 'OrderConfirmed']],
    ['undoes a rejection', [{ outcome: 'rejected' }, cancelled, done, done], ['ReserveStock', ...undone]],
    ['undoes what was cancelled before', [cancelled, cancelled, done, done], ['ReserveStock', ...undone]],
    ['undoes a decline', [reserved, { outcome: 'final', reason: 'no' }, cancelled, done, done], [...toCharge, ...undone]],
    [
      'tries three times',
      [reserved, failed, failed, paid, { outcome: 'confirmed' }],
      [...toCharge, ...again, ...again, 'ConfirmOrder', 'OrderConfirmed'],
    ],
    [
      'gives up after three times',
      [reserved, failed, failed, failed, cancelled, done, done],
      [...toCharge, ...again, ...again, ...undone],
    ],
    [
      'waits for a provider that is out, and still has three attempts',
      [reserved, providerOut, failed, providerOut, failed, paid, { outcome: 'confirmed' }],
      [...toCharge, ...later, ...again, ...later, ...again, 'ConfirmOrder', 'OrderConfirmed'],
    ],
    [
      'ends when the order ends while the provider is out',
      [reserved, providerOut, cancelled, cancelled, done, done],
      [...toCharge, ...later, ...undone],
    ],
    [
      'waits for a provider that is out as long as the order is pending',
      [reserved, ...Array.from({ length: 100 }, () => providerOut), paid, { outcome: 'confirmed' }],
      [...toCharge, ...Array.from({ length: 100 }, () => later).flat(), 'ConfirmOrder', 'OrderConfirmed'],
    ],
    [
      'asks after a time-out, and confirms',
      [reserved, 'time-out', paid, { outcome: 'confirmed' }],
      [...toCharge, 'AskPayment', 'ConfirmOrder', 'OrderConfirmed'],
    ],
    [
      'asks after a time-out, and tries again',
      [reserved, 'time-out', failed, paid, { outcome: 'confirmed' }],
      [...toCharge, 'AskPayment', ...again, 'ConfirmOrder', 'OrderConfirmed'],
    ],
    [
      'asks after a time-out, and undoes',
      [reserved, 'time-out', cancelled, cancelled, done, done],
      [...toCharge, 'AskPayment', ...undone],
    ],
    ['undoes after a fault of ReserveStock', ['fault', cancelled, done, done], ['ReserveStock', ...undone]],
    [
      'waits after a fault of ChargePayment, and charges again',
      [reserved, 'fault', paid, { outcome: 'confirmed' }],
      [...toCharge, ...later, 'ConfirmOrder', 'OrderConfirmed'],
    ],
    [
      'undoes after a fault of AskPayment',
      [reserved, 'time-out', 'fault', cancelled, done, done],
      [...toCharge, 'AskPayment', ...undone],
    ],
    [
      'undoes when the customer was faster',
      [reserved, paid, { outcome: 'cancelled-meanwhile' }, cancelled, done, done],
      [...toCharge, 'ConfirmOrder', ...undone],
    ],
    [
      'undoes nothing when ConfirmOrder faulted and yet confirmed',
      [reserved, paid, 'fault', { outcome: 'confirmed' }],
      [...toCharge, 'ConfirmOrder', 'CancelOrder', 'OrderConfirmed'],
    ],
    ['undoes nothing before it is decided', [cancelled, 'fault'], ['ReserveStock', 'CancelOrder', 'CancellationParked']],
    [
      'releases the stock even when the refund faults',
      [cancelled, cancelled, 'fault', done],
      ['ReserveStock', 'CancelOrder', 'RefundPayment', 'ReleaseStock', 'CompensationParked'],
    ],
    [
      'is parked when the stock cannot be released',
      [cancelled, cancelled, done, 'fault'],
      ['ReserveStock', 'CancelOrder', 'RefundPayment', 'ReleaseStock', 'CompensationParked'],
    ],
  ])('%s', async (_, steps, path) => {
    expect(await pathOf(...steps)).toEqual(path);
  });

  it('gives attempt, token, time and try to the charge', async () => {
    const execution = await startExecution({ orderId: 'order' });
    await taskAnswered(execution, reserved);
    await taskAnswered(execution, failed);
    await waitOver(execution);
    const task = { enteredAt: '2026-11-22T10:00:00.000Z', retryCount: 1 };
    expect(await payloadOf(execution, { token: 'token', ...task })).toEqual({
      ...{ orderId: 'order', attempt: 2, taskToken: 'token' },
      ...task,
    });
  });

  it('gives the attempt to the question how it ended', async () => {
    const execution = await startExecution({ orderId: 'order' });
    await taskAnswered(execution, reserved);
    await taskAnswered(execution, failed);
    await waitOver(execution);
    await taskFailed(execution, 'States.Timeout');
    expect(await payloadOf(execution)).toEqual({ orderId: 'order', attempt: 2 });
  });

  it('charges again under the same attempt after an outage or a fault', async () => {
    const execution = await startExecution({ orderId: 'order' });
    await taskAnswered(execution, reserved);
    await taskAnswered(execution, failed);
    await waitOver(execution);
    await taskAnswered(execution, providerOut);
    await waitOver(execution);
    await taskFailed(execution, 'States.TaskFailed');
    await waitOver(execution);
    expect(await payloadOf(execution)).toMatchObject({ attempt: 2 });
  });

  it.each([
    ['out-of-stock', [{ outcome: 'rejected' }]],
    ['payment-declined', [reserved, { outcome: 'final', reason: 'no' }]],
    ['payment-timed-out', [reserved, cancelled]],
  ])('says %s to the customer', async (reason, answers) => {
    const execution = await startExecution({ orderId: 'order' });
    for (const answer of answers) await taskAnswered(execution, answer);
    expect(await payloadOf(execution)).toEqual({ orderId: 'order', reason });
  });
});

describe('its definition', () => {
  const states = Object.entries(machine.States);
  const tasks = states.filter(([, { Type }]) => Type === 'Task');

  it.each(states)('says what %s is for', (_, { Comment }) => {
    expect(Comment).toMatch(/\.$/);
  });

  it.each(tasks)(
    'limits %s, retries it with full jitter whatever the error is called, and never a permanent fault',
    (_, { Retry = [], TimeoutSeconds }) => {
      expect(TimeoutSeconds).toBeGreaterThan(0);
      expect(Retry.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' });
      const names = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(names.filter((name) => !['States.ALL', 'States.Timeout', 'PermanentFault'].includes(name))).toEqual([]);
      // The first retrier that names an error applies to it.
      const ofPermanentFault = Retry.find(({ ErrorEquals }) =>
        ['PermanentFault', 'States.ALL'].some((name) => ErrorEquals.includes(name)),
      );
      expect(ofPermanentFault?.MaxAttempts).toBe(0);
    },
  );

  it.each(tasks)('lets no error of %s name a branch but a time-out', (_, { Catch = [] }) => {
    const names = Catch.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(names.filter((name) => !['States.ALL', 'States.Timeout'].includes(name))).toEqual([]);
    expect(names.at(-1)).toBe('States.ALL');
  });

  it('never charges again because nobody answered', async () => {
    const execution = await startExecution({ orderId: 'order' });
    await taskAnswered(execution, reserved);
    expect(isCallback(execution)).toBe(true);
    const first = stateOf(execution).Retry?.find(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout'));
    expect(first?.MaxAttempts).toBe(0);
  });
});
