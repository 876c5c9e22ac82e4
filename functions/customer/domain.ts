import { domain } from '../shared/domain.ts';

export const customer = domain({
  name: 'customer',
});
