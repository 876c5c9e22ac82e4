import { domain } from '../shared/domain.ts';

export const shipping = domain({
  name: 'shipping',
  consumers: {
    shipping: {
      entry: 'consumer',
      table: 'commit',
      events: ['order.cancellation.requested', 'order.cancelled'],
      replayable: false,
    },
  },
});
