import { domain } from '../shared/domain.ts';

export const auth = domain({
  name: 'auth',
  indexes: ['byOrganization'],
  apis: {
    rest: { entry: 'rest', table: 'commit' },
    'sign-in': { entry: 'sign-in', table: 'commit', may: ['sign-tokens'] },
    // Its callers have waited for gRPC already.
    twins: { entry: 'twins', table: 'read', may: ['verify-tokens'], timeoutSeconds: 3 },
  },
  consumers: {
    // A replayed request would send its link again.
    auth: { entry: 'consumer', table: 'commit', events: ['auth.link.requested', 'customer.erased'], replayable: false },
  },
  jobs: {
    'rotate-keys': { entry: 'jobs/rotate-keys', table: 'commit', may: ['rotate-signing-keys'], everyMinutes: 24 * 60 },
  },
  others: {
    // Two gRPC attempts of 500 ms and the twin.
    authorizer: { entry: 'authorizer', table: 'none', may: ['call-auth'], timeoutSeconds: 3 },
  },
});
