import { domain } from '../shared/domain.ts';

export const notification = domain({
  name: 'notification',
  consumers: {
    notification: {
      entry: 'consumer',
      table: 'commit',
      may: ['send-email'],
      events: [
        'auth.user.registered',
        'auth.permissions.changed',
        'order.created',
        'order.confirmed',
        'order.cancelled',
        'payment.completed',
        'payment.failed',
        'payment.refunded',
        'inventory.low_stock',
      ],
      replayable: false,
      // Twenty members of staff, five emails at a time, each up to 10 s at SES and a few seconds more at the table.
      timeoutSeconds: 90,
    },
  },
});
