import { domain } from '../shared/domain.ts';

export const shipping = domain({
  name: 'shipping',
  indexes: ['byShop'],
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['verify-carrier'] },
  },
  consumers: {
    shipping: {
      entry: 'consumer',
      table: 'commit',
      may: ['call-carrier', 'open-personal-data'],
      events: [
        'order.confirmed',
        'order.cancellation.requested',
        'order.cancelled',
        'shipping.status.updated',
        'customer.erased',
      ],
      replayable: false,
      // It begins no call to the carrier after 15 seconds, and a call takes 10 at most.
      timeoutSeconds: 45,
    },
  },
  jobs: {
    'settle-with-carrier': {
      entry: 'jobs/settle-with-carrier',
      table: 'commit',
      may: ['call-carrier'],
      everyMinutes: 1,
      alarm: {
        field: 'oldestUnsettledSeconds',
        above: 3600,
        says: 'The carrier has not accepted or cancelled a parcel for more than an hour: it is out, or it refuses',
      },
    },
  },
});
