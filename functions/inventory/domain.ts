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
      events: ['product.created', 'order.cancelled'],
      replayable: false,
    },
  },
  sagaTasks: {
    ReserveStock: { entry: 'saga-tasks/reserve-stock', table: 'commit' },
    ReleaseStock: { entry: 'saga-tasks/release-stock', table: 'commit' },
  },
});
