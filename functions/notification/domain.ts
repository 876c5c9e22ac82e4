import { domain } from '../shared/domain.ts';

export const notification = domain({
  name: 'notification',
  consumers: {
    notification: {
      entry: 'consumer',
      table: 'commit',
      may: ['send-email', 'open-personal-data', 'seal-personal-data'],
      // Up to 20 members of staff, five at a time. Each e-mail takes up to 10 seconds at SES and a few more at the table.
      timeoutSeconds: 90,
      events: [
        'auth.user.registered',
        'auth.permissions.changed',
        'auth.user.deactivated',
        'order.created',
        'order.confirmed',
        'order.cancelled',
        'payment.completed',
        'payment.failed',
        'payment.refunded',
        'inventory.low_stock',
        'inventory.low_stock.v2',
      ],
      replayable: false,
    },
  },
});
