import { AuthServiceService } from '../generated/grpc/lonja/auth/v1/auth.ts';
import { type GrpcService, grpcService } from '../grpc-shared/calls/grpc-service.ts';
import { unary } from '../grpc-shared/calls/methods.ts';
import type { FollowedFeed } from '../grpc-shared/feed/follow-feed.ts';
import type { Health } from '../grpc-shared/server/health.ts';
import { endedSessions } from './cache/ended-sessions.ts';
import { knownKeys } from './cache/known-keys.ts';
import { knownUsers } from './cache/known-users.ts';
import { rightsChanges } from './cache/rights-changes.ts';
import { getUserPermissions } from './methods/get-user-permissions.ts';
import { shownToken } from './methods/shown-token.ts';
import { validateLocal } from './methods/validate-local.ts';
import { tokenVerifier } from './methods/verify-token.ts';
import { type AuthReaders, limited } from './readers.ts';

export type AuthServiceProps = {
  /** Whose tokens are verified. */
  issuer: string;
  readers: AuthReaders;
  health: Pick<Health, 'set'>;
};

/** VerifyToken's token stays as it came, to be looked up; its answers come encoded: those to the tokens of a user are the same bytes. */
const definition = {
  ...AuthServiceService,
  verifyToken: {
    ...AuthServiceService.verifyToken,
    requestDeserialize: shownToken,
    responseSerialize: (reply: Buffer) => reply,
  },
};

/** lonja.auth.v1.AuthService over the auth table. Until its feed was started and read, it serves nobody. */
export function authService({ issuer, readers: unlimited, health }: AuthServiceProps): GrpcService & { feed: FollowedFeed } {
  const readers = limited(unlimited);
  const keys = knownKeys(readers.listKeys);
  const feed = rightsChanges({
    readChanges: readers.readChanges,
    health,
    async apply(change) {
      switch (change.kind) {
        case 'user':
          return users.apply(change.rights);
        case 'session':
          return sessions.apply(change.sessionId);
        case 'keys':
          return keys.reread();
      }
    },
  });
  const users = knownUsers({ findUser: readers.findUser, isFresh: feed.isFresh });
  const sessions = endedSessions({ isSessionOver: readers.isSessionOver, isFresh: feed.isFresh });
  const verify = tokenVerifier({ issuer, keys, users, sessions, isFresh: feed.isFresh });
  const current = { findUser: users.find, findLocal: readers.findLocal };
  const service = grpcService(definition, {
    verifyToken: unary(verify),
    validateLocal: unary((request) => validateLocal(request, current)),
    getUserPermissions: unary((request) => getUserPermissions(request, current)),
  });
  return { ...service, feed };
}
