import { domain } from '../shared/domain.ts';

export const customer = domain({
  name: 'customer',
  apis: {
    rest: { entry: 'rest', table: 'commit' },
  },
  consumers: {
    customer: {
      entry: 'consumer',
      table: 'commit',
      events: [
        'auth.user.registered',
        'auth.user.profile.updated',
        'auth.user.verified',
        'auth.user.deactivated',
        'auth.permissions.changed',
        'order.created',
        'order.cancelled',
        'order.delivered',
        'shipping.status.updated',
      ],
      replayable: true,
    },
  },
});
