import type { Local } from '../../../functions/auth/model/local.ts';
import type { VerificationKey } from '../../../functions/auth/model/tokens/verification-key.ts';
import { environment } from '../../../functions/shared/environment.ts';
import type { AuthReaders } from '../../../grpc-auth/readers.ts';

/** The market that every server of the bench knows. */
export const issuer = 'https://lonja.dev/bench';
export const organizationId = '0197a000-0000-7000-8000-0000000000aa';
export const local: Local = {
  localId: '0197a000-0000-7000-8000-000000000010',
  organizationId,
  name: 'The Mill',
  status: 'open',
  createdAt: '2026-11-01T08:00:00.000Z',
  version: 1,
};
export const userIdOf = (number: number) => `0197a000-0000-7000-8000-${String(number % 100).padStart(12, '0')}`;

/** The auth table in memory: every user is a producer of the market. The key is the one in BENCH_KEY. */
export function readersInMemory(): AuthReaders {
  const key: VerificationKey = JSON.parse(environment('BENCH_KEY'));
  return {
    listKeys: async () => [key],
    readChanges: async () => [],
    findUser: async (organization, userId) => ({
      userId,
      organizationId: organization,
      roles: ['producer'],
      localIds: [local.localId],
      active: true,
      sessionGeneration: 0,
      version: 1,
    }),
    findLocal: async () => local,
    isSessionOver: async () => false,
  };
}
