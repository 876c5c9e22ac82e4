import { domain } from '../shared/domain.ts';

export const notification = domain({
  name: 'notification',
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['register-devices'] },
  },
  consumers: {
    notification: {
      entry: 'consumer',
      table: 'commit',
      may: ['send-email', 'send-sms', 'send-push', 'open-personal-data', 'seal-personal-data'],
      // Up to 20 members of staff, five at a time. Each message takes up to 5 seconds at its service and a few more at the table.
      timeoutSeconds: 90,
      events: [
        'auth.user.registered',
        'auth.user.profile.updated',
        'auth.user.verified',
        'auth.permissions.changed',
        'auth.user.deactivated',
        'auth.verification.requested',
        'auth.password.reset.requested',
        'customer.registered',
        'customer.updated',
        'customer.erased',
        'order.created',
        'order.confirmed',
        'order.shipped',
        'order.delivered',
        'order.cancelled',
        'shipping.status.updated',
        'shipping.returned',
        'shipping.lost',
        'payment.completed',
        'payment.failed',
        'payment.refunded',
        'inventory.low_stock',
        'inventory.low_stock.v2',
      ],
      replayable: false,
    },
  },
  jobs: {
    'send-held': {
      entry: 'jobs/send-held',
      table: 'commit',
      may: ['send-sms', 'send-push', 'seal-personal-data'],
      everyMinutes: 1,
      alarm: {
        field: 'oldestSeconds',
        above: 900,
        says: 'Messages held in quiet hours were not sent a quarter of an hour after their end',
      },
    },
  },
  others: {
    'email-feedback': { entry: 'email-feedback', table: 'commit' },
  },
});
