import { domain } from '../shared/domain.ts';

export const payment = domain({
  name: 'payment',
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['verify-provider', 'validate-methods', 'answer-saga'] },
  },
  consumers: {
    payment: {
      entry: 'consumer',
      table: 'commit',
      may: ['reverse-charges', 'answer-saga'],
      events: ['order.cancelled', 'payment.completed', 'payment.failed', 'payment.reversal.requested'],
      replayable: false,
      // A payment has three charges at most, and the provider gets 10 seconds to cancel each.
      timeoutSeconds: 45,
    },
  },
  sagaTasks: {
    // The provider gets 10 seconds.
    ChargePayment: {
      entry: 'saga-tasks/charge-payment',
      table: 'commit',
      may: ['charge-cards', 'answer-saga'],
      timeoutSeconds: 20,
    },
    AskPayment: { entry: 'saga-tasks/ask-payment', table: 'commit' },
    RefundPayment: { entry: 'saga-tasks/refund-payment', table: 'commit' },
  },
  others: {
    'close-payment': { entry: 'close-payment', table: 'commit' },
  },
  jobs: {
    'reverse-charges': {
      entry: 'jobs/reverse-charges',
      table: 'commit',
      may: ['reverse-charges'],
      everyMinutes: 1,
      alarm: {
        field: 'oldestOwedSeconds',
        above: 3600,
        says: 'Money is owed back for more than an hour: the provider is out, refuses, or contradicts itself',
      },
    },
  },
});
