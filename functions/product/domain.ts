import { domain } from '../shared/domain.ts';

export const product = domain({
  name: 'product',
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['call-auth'] },
  },
});
