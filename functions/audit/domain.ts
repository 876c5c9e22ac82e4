import { domain } from '../shared/domain.ts';

export const audit = domain({
  name: 'audit',
  indexes: ['byCorrelation', 'byUser', 'byType'],
  apis: {
    rest: { entry: 'rest', table: 'read' },
  },
  consumers: {
    audit: { entry: 'consumer', table: 'append', events: 'every-event', replayable: true },
  },
});
