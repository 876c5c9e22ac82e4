import { domain } from '../shared/domain.ts';

export const order = domain({
  name: 'order',
  indexes: ['byCustomerOrStatus'],
  apis: {
    rest: {
      entry: 'rest',
      table: 'commit',
      may: ['place-orders', 'close-payments', 'read-order-details', 'seal-personal-data'],
    },
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
      // An expired reservation may cancel an order. Address books are personal data.
      may: ['close-payments', 'open-personal-data'],
      events: [
        'auth.local.updated',
        'customer.registered',
        'customer.updated',
        'customer.address.added',
        'customer.erased',
        'product.created',
        'product.updated',
        'product.deleted',
        'inventory.reserved',
        'inventory.reservation.failed',
        'inventory.released',
        'inventory.reservation.expired',
        'payment.initiated',
        'payment.completed',
        'payment.failed',
        'payment.refunded',
        'shipping.created',
        'shipping.status.updated',
        'shipping.delivered',
        'shipping.returned',
        'shipping.lost',
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
    'cancel-overdue': {
      entry: 'jobs/cancel-overdue',
      table: 'commit',
      may: ['close-payments'],
      everyMinutes: 1,
      alarm: {
        field: 'askedAgain',
        above: 0,
        says: 'A shipment has not decided a cancellation in time and was asked again: look for dead letters of shipping and order',
      },
    },
    'forget-customers': {
      entry: 'jobs/forget-customers',
      table: 'commit',
      everyMinutes: 2,
      alarm: {
        field: 'oldestSeconds',
        above: 30 * 24 * 3600,
        says: 'A customer was erased 30 days ago, and an order that is neither shipped nor cancelled still holds their address',
      },
    },
  },
  others: {
    reconciler: { entry: 'reconciler', table: 'commit', may: ['close-payments'] },
  },
});
