import { domain } from '../shared/domain.ts';

export const order = domain({
  name: 'order',
  indexes: ['byCustomer'],
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['place-orders', 'close-payments', 'seal-personal-data'] },
  },
  consumers: {
    'order-saga': {
      entry: 'saga-starter',
      table: 'none',
      may: ['start-saga'],
      events: ['order.created'],
      replayable: false,
    },
    order: {
      entry: 'consumer',
      table: 'commit',
      events: [
        'product.created',
        'inventory.reserved',
        'inventory.reservation.failed',
        'inventory.released',
        'payment.initiated',
        'payment.completed',
        'payment.failed',
        'payment.refunded',
        'shipping.cancelled',
      ],
      replayable: false,
    },
  },
  sagaTasks: {
    ConfirmOrder: { entry: 'saga-tasks/confirm-order', table: 'commit', may: ['seal-personal-data'] },
    CancelOrder: { entry: 'saga-tasks/cancel-order', table: 'commit' },
  },
  jobs: {
    'cancel-overdue': { entry: 'jobs/cancel-overdue', table: 'commit', may: ['close-payments'], everyMinutes: 1 },
  },
  others: {
    reconciler: { entry: 'reconciler', table: 'commit', may: ['close-payments'] },
  },
});
