import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAttempt, decideReport } from './charging.ts';
import type { Payment, PaymentChange } from './payment.ts';
import { decideAnswer, decideClosing, decideReversals, owedReversals, type Reversal } from './reversal.ts';

const at = '2026-11-22T10:00:00.000Z';
const orderId = '0193a000-0000-7000-8000-00000000000a';
const paymentId = '0193a000-0000-7000-8000-00000000000b';
const attemptNumbers = [1, 2, 3] as const;
const amount = { amountMinor: 1250, currency: 'EUR' };

/** A provider as payment may expect one: a key is charged once, and cancelling it is final. */
type Charge = { status: 'requested' | 'charged' | 'declined' | 'voided'; refunds: number };
type World = {
  payment: Payment | undefined;
  charges: Map<number, Charge>;
  /** Calls and recordings that are on their way: any later step may come before them. */
  calls: number[];
  recordings: Reversal[][];
  refundsAnnounced: number[];
  initiatedAnnounced: number[];
};

const steps = ['store', 'call', 'charge', 'decline', 'report', 'report-failure', 'cancel', 'record', 'ask', 'close'] as const;
/** `coin` decides where a step has two variants: retryable or final, the last one first or the first. */
type Step = { do: (typeof steps)[number]; n: (typeof attemptNumbers)[number]; coin: boolean };

function apply(world: World, change: PaymentChange | undefined) {
  if (change === undefined) return;
  expect(change.payment.version).toBe((world.payment?.version ?? 0) + 1);
  world.payment = change.payment;
  for (const event of change.events) {
    if (event.type === 'payment.refunded') world.refundsAnnounced.push(event.data.attempt);
    if (event.type === 'payment.initiated') world.initiatedAnnounced.push(event.data.attempt);
  }
}

/** One transition; everything between two of them may be delayed, repeated or lost. */
function play(world: World, step: Step): void {
  const charge = world.charges.get(step.n);
  switch (step.do) {
    case 'store': {
      const order = { orderId, paymentId, customerId: 'customer', amount, source: 'tok_ok' };
      const task = { taskToken: `token-${step.n}`, taskEnteredAt: at, taskRetries: 0 };
      const decision = decideAttempt({ ...order, ...task, attempt: step.n, at }, world.payment);
      if (decision.outcome !== 'charge') return;
      apply(world, decision.change);
      const current = decision.payment.attempts.at(-1);
      if (current) world.calls.push(current.n);
      return;
    }
    case 'call': {
      // The call that was prepared may arrive much later, after the payment was closed and its key cancelled.
      const n = world.calls.pop();
      if (n !== undefined && !world.charges.has(n)) world.charges.set(n, { status: 'requested', refunds: 0 });
      return;
    }
    case 'charge':
      if (charge?.status === 'requested') charge.status = 'charged';
      return;
    case 'decline':
      if (charge?.status === 'requested') charge.status = 'declined';
      return;
    case 'report':
      if (charge?.status === 'charged') report(world, step.n, 'completed', true);
      return;
    case 'report-failure':
      // The provider may also report a charge as failed that it still works on and charges later.
      if (charge?.status === 'declined' || charge?.status === 'requested') report(world, step.n, 'failed', step.coin);
      return;
    case 'cancel':
      world.recordings.push(cancelOwed(world));
      return;
    case 'record':
      // Two runs may have cancelled the same charges; one that crashed records nothing.
      apply(world, decideReversals((step.coin ? world.recordings.pop() : world.recordings.shift()) ?? [], at, world.payment));
      return;
    case 'ask':
      apply(world, decideAnswer({ orderId, attempt: step.n, at }, world.payment).change);
      return;
    case 'close':
      apply(world, decideClosing({ orderId, at }, world.payment));
  }
}

function report(world: World, attempt: number, result: 'completed' | 'failed', retryable: boolean) {
  const about = { attempt, amount, at };
  const decision = decideReport(
    result === 'completed'
      ? { ...about, result, chargeId: 'charge', transactionId: 'transaction' }
      : { ...about, result, retryable, reason: 'declined' },
    world.payment,
  );
  if (decision.outcome === 'recorded') apply(world, decision.change);
}

function cancelOwed(world: World): Reversal[] {
  return owedReversals(world.payment).map(({ n }) => {
    const charge = world.charges.get(n) ?? { status: 'voided', refunds: 0 };
    world.charges.set(n, charge);
    if (charge.status === 'charged') {
      if (charge.refunds === 0) charge.refunds = 1;
      return { n, outcome: 'refunded' };
    }
    charge.status = 'voided';
    return { n, outcome: 'voided' };
  });
}

/** What happens in the end in any case: calls arrive, the provider charges and, unless silent, reports, and the reversal job runs. */
function settle(world: World, silent: readonly number[]) {
  while (world.calls.length > 0) play(world, { do: 'call', n: 1, coin: false });
  for (const n of attemptNumbers) {
    play(world, { do: 'charge', n, coin: false });
    if (!silent.includes(n)) play(world, { do: 'report', n, coin: false });
  }
  play(world, { do: 'cancel', n: 1, coin: false });
  while (world.recordings.length > 0) play(world, { do: 'record', n: 1, coin: false });
}

const step = (doing: Step['do'], n: Step['n']): Step => ({ do: doing, n, coin: true });
const firstTry = [step('store', 1), step('call', 1)];
/** The provider reported a failure for now but still works on the charge, while the next attempt is under way. */
const secondTry = [...firstTry, step('report-failure', 1), step('store', 2), step('call', 2)];
const bothCharged = [...secondTry, step('charge', 1), step('charge', 2)];
const schedules = fc
  .tuple(
    fc.constantFrom([], firstTry, secondTry, bothCharged),
    fc.array(fc.record({ do: fc.constantFrom(...steps), n: fc.constantFrom(...attemptNumbers), coin: fc.boolean() }), {
      maxLength: 30,
    }),
  )
  .map(([begun, then]): Step[] => [...begun, ...then]);
const newWorld = (): World => ({
  ...{ payment: undefined, charges: new Map(), calls: [], recordings: [], refundsAnnounced: [], initiatedAnnounced: [] },
});
const net = ({ charges }: World) =>
  [...charges.values()].filter(({ status, refunds }) => status === 'charged' && refunds === 0).length;

describe('a payment under any schedule of tasks, reports, closings and reversals', () => {
  it('ends with one charge when completed and none when closed, each refund announced once', () => {
    fc.assert(
      fc.property(schedules, fc.subarray([...attemptNumbers]), (schedule, silent) => {
        const world = newWorld();
        for (const step of schedule) play(world, step);
        settle(world, silent);
        const { payment, charges, refundsAnnounced, initiatedAnnounced } = world;
        if (payment?.status === 'completed') expect(net(world)).toBe(1);
        if (payment?.status === 'closed' || payment?.status === 'tombstone') expect(net(world)).toBe(0);
        expect(owedReversals(payment)).toEqual([]);
        expect(
          [...charges]
            .filter(([, { refunds }]) => refunds > 0)
            .map(([n]) => n)
            .sort(),
        ).toEqual(refundsAnnounced.sort());
        expect(new Set(initiatedAnnounced).size).toBe(initiatedAnnounced.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes back the charge that settled it while it stays open, and never opens once closed', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const world = newWorld();
        let closed = false;
        let completedBy: number | undefined;
        for (const step of schedule) {
          play(world, step);
          const { payment } = world;
          const isClosed = payment?.status === 'closed' || payment?.status === 'tombstone';
          expect(closed && !isClosed).toBe(false);
          closed = isClosed;
          if (payment?.status !== 'completed') continue;
          completedBy ??= payment.completedBy;
          expect(payment.completedBy).toBe(completedBy);
          expect(world.charges.get(payment.completedBy)).toEqual({ status: 'charged', refunds: 0 });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
