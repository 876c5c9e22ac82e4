import { domain } from '../shared/domain.ts';

export const customer = domain({
  name: 'customer',
  consumers: {
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
