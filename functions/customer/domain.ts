import { domain } from '../shared/domain.ts';

export const customer = domain({
  name: 'customer',
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['seal-personal-data'] },
  },
  consumers: {
    customer: {
      entry: 'consumer',
      table: 'commit',
      may: ['open-personal-data', 'seal-personal-data'],
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
    'key-eraser': {
      entry: 'key-eraser',
      table: 'none',
      may: ['erase-personal-data'],
      events: ['customer.erased'],
      // Erasing again is harmless, and needed after the key table was restored from a backup.
      replayable: true,
    },
  },
});
