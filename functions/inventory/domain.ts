import { domain } from '../shared/domain.ts';

export const inventory = domain({
  name: 'inventory',
  apis: {
    rest: { entry: 'rest', table: 'commit' },
  },
  consumers: {
    inventory: {
      entry: 'consumer',
      table: 'commit',
      events: ['product.created', 'product.updated', 'product.deleted', 'order.confirmed', 'order.cancelled', 'order.shipped'],
      replayable: false,
    },
  },
  sagaTasks: {
    ReserveStock: { entry: 'saga-tasks/reserve-stock', table: 'commit', may: ['hold-stock'] },
    ReleaseStock: { entry: 'saga-tasks/release-stock', table: 'commit' },
  },
  jobs: {
    'ask-expired': {
      entry: 'jobs/ask-expired',
      table: 'commit',
      everyMinutes: 5,
      alarm: {
        field: 'unanswered',
        above: 0,
        says: 'An order keeps stock reserved past its deadline and does not answer: compare its state, and cancel or confirm it',
      },
    },
  },
});
