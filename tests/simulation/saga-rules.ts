import { vi } from 'vitest';
import type { RuleCase } from './script.ts';
import { departureCases, shippingCases } from './shipping/shipping-rules.ts';
import type { WorseDecisions } from './worsened.ts';

/** Takes every task for newer than the one whose token is stored. */
const whateverItsAge: WorseDecisions['decideAttempt'] = (decide) => (command, stored) =>
  decide(command, stored?.status === 'initiated' ? { ...stored, taskEnteredAt: '1970-01-01T00:00:00.000Z' } : stored);

/** Named as in the executable model of the saga. */
export const ruleCases: Readonly<Record<string, readonly RuleCase[]>> = {
  undoKeyed: [
    {
      title: 'stock is given back once, however many ask for it',
      steps: ['saga 0: ReserveStock', 'customer cancels order 0 (pending)'],
      ends: ['cancelled'],
      worse: {
        title: 'a release left the reservation as it was',
        decisions: {
          decideRelease: (decide) => (command, stored, stocks) => {
            const change = decide(command, stored, stocks);
            if (change === undefined || stored?.status !== 'reserved') return change;
            return { ...change, reservation: { ...stored, version: stored.version + 1 } };
          },
        },
      },
    },
  ],
  consumersUndo: [
    {
      title: 'inventory and payment undo their parts of a cancelled order, also without its saga',
      steps: ['charge 0.1 calls the provider', 'provider charges order 0/1', 'saga 0 dies'],
      hold: ['provider reports'],
      ends: ['cancelled'],
      worse: { title: 'only the saga undid', without: ['inventory handles order.cancelled', 'payment handles order.cancelled'] },
    },
  ],
  tombstones: [
    {
      title: 'a reservation that comes after its release is answered `cancelled`',
      steps: ['customer cancels order 0 (pending)', 'inventory handles order.cancelled', 'saga 0: ReserveStock', 'saga 0 dies'],
      ends: ['cancelled'],
      worse: {
        title: 'an undo of stock that came first left no tombstone',
        decisions: { decideRelease: (decide) => (command, stored, stocks) => stored && decide(command, stored, stocks) },
      },
    },
    {
      title: 'a released reservation is not made again',
      steps: ['customer cancels order 0 (pending)', 'inventory handles order.cancelled', 'saga 0: ReserveStock', 'saga 0 dies'],
      ends: ['cancelled'],
      worse: {
        title: 'a released reservation could be made again',
        decisions: {
          decideReservation: (decide) => (command, stored, stocks) => {
            if (stored?.status !== 'released') return decide(command, stored, stocks);
            const decided = decide(command, undefined, stocks);
            if (decided.outcome !== 'answered' || decided.change === undefined) return decided;
            const reservation = { ...decided.change.reservation, version: stored.version + 1 };
            return { ...decided, change: { ...decided.change, reservation } };
          },
        },
      },
    },
    {
      title: 'a charge that comes after the payment was closed is answered `cancelled`',
      steps: ['saga 0: ReserveStock', 'saga 0 dies', 'payment handles order.cancelled', 'charge 0.1 stores the attempt'],
      hold: ['charge 0.1'],
      ends: ['cancelled'],
      worse: {
        title: 'an undo of money that came first left no tombstone',
        decisions: { decideClosing: (decide) => (command, stored) => stored && decide(command, stored) },
      },
    },
  ],
  decideFirst: [
    {
      title: 'a saga whose ConfirmOrder faulted, yet confirmed, undoes nothing',
      steps: ['saga 0: ConfirmOrder faults for good, yet done'],
      ends: ['confirmed'],
      worse: {
        title: 'the saga undid a confirmed order',
        decisions: {
          decideCancellation: (decide) => (order, command) =>
            order.status === 'confirmed' && command.by === 'saga' ? { outcome: 'cancelled' } : decide(order, command),
        },
      },
    },
    {
      title: 'an order that was cancelled meanwhile is not confirmed',
      steps: ['provider reports completed', 'customer cancels order 0 (pending)', 'saga 0: ConfirmOrder'],
      ends: ['cancelled'],
      worse: {
        title: 'a cancelled order could be confirmed',
        decisions: {
          decideConfirmation: (decide) => (order, command) =>
            order.status === 'cancelled' ? decide({ ...order, status: 'pending' }, command) : decide(order, command),
        },
      },
    },
  ],
  storeFirst: [
    {
      title: 'payment, attempt and token are stored before the provider is called',
      steps: ['charge 0.1 calls the provider', 'provider charges order 0/1'],
      ends: ['confirmed'],
      worse: {
        title: 'the provider was called first',
        decisions: {
          decideAttempt: (decide) => (command, stored) => {
            const decided = decide(command, stored);
            return decided.outcome === 'charge' ? { outcome: 'charge', payment: decided.payment } : decided;
          },
        },
      },
    },
  ],
  resendAnswer: [
    {
      title: 'payment’s own consumer answers the saga when the hint was lost',
      steps: ['provider reports (the hint is lost) completed'],
      ends: ['confirmed'],
      worse: { title: 'only the hint answered the saga', without: ['payment handles payment.completed'] },
    },
  ],
  rebindToken: [
    {
      title: 'a repeated ChargePayment replaces the token',
      steps: ['charge 0.1 crashes after it calls, tried again', 'charge 0.2 stores the attempt'],
      hold: ['provider'],
      ends: ['confirmed'],
      worse: {
        title: 'the first token was kept',
        decisions: {
          decideAttempt: (decide) => (command, stored) =>
            stored?.status === 'initiated' ? { outcome: 'charge', payment: stored } : decide(command, stored),
        },
      },
    },
    {
      title: 'an older try of ChargePayment that comes late leaves the token of the newer one',
      steps: ['charge 0.1 is given up, tried again', 'charge 0.2 calls the provider', 'charge 0.1 stores the attempt'],
      hold: ['charge 0.1', 'provider'],
      ends: ['confirmed'],
      worse: {
        title: 'the older try took the token over',
        decisions: {
          decideAttempt: whateverItsAge,
        },
      },
    },
    {
      title: 'a ChargePayment of before the wait that comes late leaves the token of the one after it',
      steps: [
        'charge 0.1 is given up, tried again',
        'charge 0.2 finds no provider',
        'saga 0: wait over',
        'charge 0.3 calls the provider',
        'charge 0.1 stores the attempt',
      ],
      hold: ['charge 0.1', 'provider'],
      ends: ['confirmed'],
      worse: {
        title: 'the older task took the token over',
        decisions: {
          decideAttempt: whateverItsAge,
        },
      },
    },
    {
      title: 'a repeated ChargePayment of a settled payment is answered at once',
      steps: ['charge 0.1 crashes after it calls, tried again', 'provider reports (the hint is lost) completed'],
      hold: ['charge 0.2'],
      ends: ['confirmed'],
      worse: {
        title: 'a settled payment was charged again in silence',
        without: ['charge 0.2 stores the attempt'],
      },
    },
  ],
  timeoutAsks: [
    {
      title: 'after a time-out the saga asks payment how it ended',
      steps: ['provider reports (the hint is lost) completed', 'saga 0: charge times out'],
      hold: ['payment handles payment.completed', 'payment relays payment.completed'],
      ends: ['confirmed'],
      mayTimeOut: true,
      worse: {
        title: 'a time-out was taken for an answer',
        machine: ({ States }) => {
          for (const caught of States.ChargePayment?.Catch ?? []) {
            Object.assign(caught, { Next: 'CancelOrder', Assign: { reason: 'payment-timed-out' } });
          }
        },
      },
    },
    {
      title: 'a payment that has not ended closes itself when it is asked',
      steps: ['charge 0.1 calls the provider', 'saga 0: charge times out'],
      hold: ['provider charges'],
      ends: ['cancelled'],
      mayTimeOut: true,
      worse: {
        title: 'a silent payment said `cancelled` and stayed open',
        decisions: {
          decideAnswer: (decide) => (command, stored) => ({ answer: decide(command, stored).answer }),
          decideClosing: () => () => undefined,
        },
      },
    },
    {
      title: 'an earlier failure is no answer about an attempt that never began',
      steps: [
        'provider fails for a while order 0/1',
        'provider reports retryable',
        'saga 0: wait over',
        'saga 0: charge times out',
      ],
      hold: ['charge 0.2', 'provider charges'],
      ends: ['cancelled'],
      mayTimeOut: true,
      worse: {
        title: 'any failure was taken for the answer',
        decisions: { decideAnswer: (decide) => (command, stored) => decide({ ...command, attempt: 1 }, stored) },
      },
    },
  ],
  paymentDecides: [
    {
      title: 'money that comes after the payment was closed is given back',
      steps: ['charge 0.1 calls the provider', 'saga 0: charge times out', 'saga 0: ReleaseStock', 'provider reports completed'],
      hold: ['payment gives back', 'payment handles payment.reversal.requested', 'payment relays payment.reversal.requested'],
      ends: ['cancelled'],
      mayTimeOut: true,
      worse: {
        title: 'late money reopened the payment',
        decisions: {
          decideReport: (decide) => (report, stored) =>
            stored?.status === 'closed' ? decide(report, { ...stored, status: 'initiated' }) : decide(report, stored),
        },
      },
    },
  ],
  cancelAtProvider: [
    {
      title: 'closing cancels charges that were never reported as well',
      steps: ['charge 0.1 calls the provider', 'provider charges and never says so order 0/1', 'saga 0: charge times out'],
      ends: ['cancelled'],
      mayTimeOut: true,
      worse: {
        title: 'only charges that were reported were given back',
        decisions: {
          owedReversals: (owed) => (payment) => owed(payment).filter(({ status }) => status === 'completed'),
        },
      },
    },
  ],
  strayRefund: [
    {
      title: 'the first completion settles the payment, and every other charge goes back',
      steps: [
        'provider says it failed for a while, yet works on order 0/1',
        'provider reports retryable',
        'saga 0: wait over',
        'charge 0.2 calls the provider',
      ],
      hold: ['provider charges order 0/1'],
      ends: ['confirmed'],
      worse: {
        title: 'a second charge was kept',
        decisions: { owedReversals: (owed) => (payment) => (payment?.status === 'completed' ? [] : owed(payment)) },
      },
    },
  ],
  expiryAsks: [
    {
      title: 'an expired reservation of a confirmed order stays',
      steps: ['saga 0: ConfirmOrder', 'reservation of order 0 expires'],
      ends: ['confirmed'],
      worse: {
        title: 'an expiry cancelled a confirmed order',
        decisions: {
          decideCancellation: (decide) => (order, command) =>
            order.status === 'confirmed' && command.by === 'expiry'
              ? decide({ ...order, status: 'pending' }, command)
              : decide(order, command),
        },
      },
    },
  ],
  ...shippingCases,
  shipmentDecides: [
    ...departureCases,
    {
      title: 'a confirmed order that its customer cancels ends when the shipment has answered',
      steps: ['customer cancels order 0 (confirmed)'],
      ends: ['cancelled'],
      worse: {
        title: 'nobody heard the shipment',
        decisions: { shipmentCancelled: () => () => undefined },
      },
    },
  ],
  deadline: [
    {
      title: 'an order whose saga never began cancels itself at its deadline',
      steps: ['order.created of order 0 ends in the dead-letter queue of order-saga'],
      ends: ['cancelled'],
      worse: {
        title: 'a deadline changed nothing',
        decisions: {
          decideCancellation: (decide) => (order, command) =>
            command.by === 'deadline' ? { outcome: 'confirmed' } : decide(order, command),
        },
      },
    },
  ],
  refundOwnJob: [
    {
      title: 'the saga ends while the provider is out, and the job gives the money back later',
      steps: [
        'provider reports completed',
        'customer cancels order 0 (pending)',
        'payment handles payment.reversal.requested of order 0, finds no provider',
        'payment finds no provider to give back what it owes',
        'saga 0: ReleaseStock',
      ],
      hold: ['payment gives back', 'payment handles payment.reversal.requested of order 0'],
      ends: ['cancelled'],
      worse: { title: 'nobody repeated a reversal', without: ['payment gives back'] },
    },
  ],
  adjustGuard: [
    {
      title: 'an adjustment does not take what is reserved',
      steps: ['saga 0: ReserveStock', 'shop counts none of product 0'],
      ends: ['confirmed'],
      worse: {
        title: 'an adjustment took what is reserved',
        decisions: {
          decideAdjustment: (decide) => (stock, command) => {
            const decided = decide(stock, command);
            if (decided.outcome !== 'below-zero') return decided;
            const { available, adjusted, version } = stock;
            const { delta } = command;
            const taken = { ...stock, available: available + delta, adjusted: adjusted + delta, version: version + 1 };
            return { outcome: 'adjusted', stock: taken, events: [] };
          },
        },
      },
    },
  ],
  storeRejection: [
    {
      title: 'a rejected order stays rejected when stock comes in before the task is repeated',
      opening: { orders: [[2]], stock: [1] },
      steps: [
        'saga 0: ReserveStock done, answer lost, tried again',
        'shop counts one too many of product 0',
        'saga 0: ReserveStock',
      ],
      ends: ['cancelled'],
      worse: {
        title: 'a rejection was not kept',
        decisions: {
          decideReservation: (decide) => (command, stored, stocks) => {
            if (stored?.status !== 'rejected') return decide(command, stored, stocks);
            const decided = decide(command, undefined, stocks);
            if (decided.outcome !== 'answered' || decided.change === undefined) return decided;
            const reservation = { ...decided.change.reservation, version: stored.version + 1 };
            return { ...decided, change: { ...decided.change, reservation } };
          },
        },
      },
    },
  ],
  outageWaits: [
    {
      title: 'a provider that is out cancels nothing: the saga waits and charges again',
      steps: ['charge 0.1 finds no provider'],
      ends: ['confirmed'],
      worse: {
        title: 'an outage was taken for a failure',
        machine: ({ States }) => {
          const choices = States.HowDidPaymentEnd?.Choices ?? [];
          const outage = choices.findIndex(({ Condition }) => Condition.includes('provider-out'));
          choices.splice(outage, 1);
        },
      },
    },
    {
      title: 'a fault of ChargePayment cancels nothing either',
      steps: ['charge 0.1 faults for good before it calls'],
      ends: ['confirmed'],
      worse: {
        title: 'a fault was taken for a failure',
        machine: ({ States }) => {
          const caught = States.ChargePayment?.Catch?.at(-1);
          Object.assign(caught ?? {}, { Next: 'CancelOrder', Assign: { reason: 'payment-fault' } });
        },
      },
    },
    {
      title: 'however long the provider is out, one charge is made when it is back',
      steps: ['provider goes out for long'],
      ends: ['confirmed'],
      worse: {
        title: 'a second outage was one too many',
        machine: ({ States }) => {
          Object.assign(States.WaitForProvider ?? {}, { Assign: { outages: 1 }, Next: 'SecondCharge' });
          States.SecondCharge = { ...States.ChargePayment, Type: 'Task', Next: 'CancelOrder' };
          Object.assign(States.SecondCharge, { Assign: { reason: 'payment-timed-out' } });
        },
      },
    },
    {
      title: 'an order whose deadline passes during an outage is cancelled, and nothing is charged afterwards',
      steps: ['provider goes out for long', 'saga 0: wait over', 'deadline of order 0 passes'],
      ends: ['cancelled'],
      worse: {
        title: 'the deadline changed nothing',
        decisions: {
          decideCancellation: (decide) => (order, command) =>
            command.by === 'deadline' ? { outcome: 'confirmed' } : decide(order, command),
        },
      },
    },
  ],
};

/** Rules of the model that no schedule here can break, and why. */
export const otherRules: Readonly<Record<string, string>> = {
  undoWhole:
    'The consumers undo as well, so nothing breaks without it, in the model neither. The definition’s tests check its path.',
};

/** Rules beyond the model: what a provider must not do and yet does. */
export const providerCases: readonly RuleCase[] = [
  {
    title: 'a second charge for one key goes back, and the first one is kept',
    steps: ['provider charges order 0/1', 'provider reports completed', 'provider charges once more order 0/1'],
    ends: ['confirmed'],
    worse: {
      title: 'a second charge was taken for a repeated report',
      decisions: {
        decideReport: (decide) => (report, stored) => {
          const decided = decide(report, stored);
          return decided.outcome === 'second-charge' ? { outcome: 'nothing-new' } : decided;
        },
      },
    },
  },
];

/** Rules beyond the model: what a customer was told, and how events travel. */
export const answerCases: readonly RuleCase[] = [
  {
    title: 'no charge is requested after the customer was told that the order is cancelled',
    steps: ['saga 0: ReserveStock', 'customer cancels order 0 (pending)', 'charge 0.1 stores the attempt'],
    hold: ['charge 0.1', 'order relays order.cancelled', 'payment handles order.cancelled'],
    ends: ['cancelled'],
    worse: {
      title: 'the payment was closed by the event only',
      machine: () => vi.stubEnv('CLOSE_PAYMENT_FUNCTION_NAME', 'nobody'),
    },
  },
  {
    title: 'a charge whose request has left when the order is cancelled goes back',
    steps: ['charge 0.1 stores the attempt', 'customer cancels order 0 (pending)', 'charge 0.1 calls the provider'],
    hold: ['provider'],
    ends: ['cancelled'],
    mayTimeOut: true,
    worse: {
      title: 'nothing was reversed',
      decisions: { owedReversals: () => () => [] },
    },
  },
  {
    title: 'a payment that the cancellation could not reach is closed by its event',
    steps: ['charge 0.1 stores the attempt', 'customer cancels (payment is not reached) order 0 (pending)'],
    ends: ['cancelled'],
    mayTimeOut: true,
    worse: { title: 'nobody closed it', without: ['payment handles order.cancelled', 'saga 0: RefundPayment'] },
  },
];

/** Rules beyond the model: events travel through outbox, stream, relay, sweep and queues. */
export const deliveryCases: readonly RuleCase[] = [
  {
    title: 'the sweep publishes what the stream lost',
    steps: ['the stream loses order.created of order 0'],
    ends: ['confirmed'],
    worse: { title: 'nobody swept', without: ['order sweeps'] },
  },
  {
    title: 'the sweep publishes what a dead relay left, and consumers handle it once',
    steps: ['order relays order.created of order 0, dies between the bus and the outbox for good'],
    ends: ['confirmed'],
    worse: { title: 'nobody swept', without: ['order sweeps'] },
  },
  {
    title: 'a reconciler takes over the order of a saga that died',
    steps: ['saga 0: ReserveStock', 'saga 0 dies'],
    ends: ['cancelled'],
    worse: { title: 'neither reconciler nor deadline did', without: ['reconciler handles', 'deadline of order 0'] },
  },
];
