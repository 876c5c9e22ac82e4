import { domain } from '../shared/domain.ts';

export const health = domain({
  name: 'health',
  apis: {
    rest: { entry: 'rest', table: 'none', may: ['check-health'], timeoutSeconds: 5 },
  },
});
