import { domain } from '../shared/domain.ts';

export const product = domain({
  name: 'product',
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['call-auth'] },
    // Holds the index of the organizations it was asked about. Above 1,769 MB a Lambda has a whole core.
    search: { entry: 'search', table: 'read', may: ['read-search-snapshots'], memoryMegabytes: 2048 },
  },
  consumers: {
    product: {
      entry: 'consumer',
      table: 'commit',
      events: [
        'product.created',
        'product.updated',
        'product.deleted',
        'inventory.updated',
        'auth.local.created',
        'auth.local.updated',
      ],
      replayable: true,
    },
  },
  jobs: {
    'fold-search-changes': {
      entry: 'jobs/fold-search-changes',
      table: 'commit',
      may: ['write-search-snapshots'],
      everyMinutes: 1,
      memoryMegabytes: 2048,
      alarm: {
        field: 'largestCatalogue',
        above: 90_000,
        says: 'An organization nears the 100,000 products that a search can hold in memory: beyond them, search needs OpenSearch',
      },
    },
  },
});
