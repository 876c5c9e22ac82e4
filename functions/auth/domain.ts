import { domain } from '../shared/domain.ts';

export const auth = domain({
  name: 'auth',
  indexes: ['byOrganization'],
  apis: {
    rest: { entry: 'rest', table: 'commit', may: ['seal-personal-data'] },
    'sign-in': { entry: 'sign-in', table: 'commit', may: ['sign-tokens'] },
    // Its callers have waited for gRPC already.
    twins: { entry: 'twins', table: 'read', may: ['verify-tokens'], timeoutSeconds: 3 },
  },
  consumers: {
    // A replayed request would send its link again.
    auth: {
      entry: 'consumer',
      table: 'commit',
      may: ['manage-meters', 'seal-personal-data'],
      events: [
        'auth.link.requested',
        'auth.partner.key.issued',
        'auth.partner.key.revoked',
        'auth.user.registered',
        'customer.erased',
      ],
      replayable: false,
    },
  },
  jobs: {
    'rotate-keys': { entry: 'jobs/rotate-keys', table: 'commit', may: ['rotate-signing-keys'], everyMinutes: 24 * 60 },
  },
  others: {
    // Two gRPC attempts of 500 ms and the twin.
    authorizer: {
      entry: 'authorizer',
      table: 'read',
      readsBelow: 'METER#',
      may: ['call-auth', 'read-meters'],
      timeoutSeconds: 3,
    },
  },
});
