import { type AuthServiceServer, AuthServiceService } from '../generated/grpc/lonja/auth/v1/auth.ts';
import { unary } from '../grpc-shared/methods.ts';
import type { GrpcService } from '../grpc-shared/observed-service.ts';
import { getUserPermissions } from './get-user-permissions.ts';
import { knownKeys } from './known-keys.ts';
import { type AuthReaders, limited } from './readers.ts';
import { validateLocal } from './validate-local.ts';
import { verifyToken } from './verify-token.ts';

export type AuthServiceProps = {
  /** Whose tokens are verified. */
  issuer: string;
  readers: AuthReaders;
};

/** lonja.auth.v1.AuthService over the auth table. */
export function authService({ issuer, readers: unlimited }: AuthServiceProps): GrpcService {
  const readers = limited(unlimited);
  const findKey = knownKeys(readers.findKey);
  const { findUser } = readers;
  const implementation: AuthServiceServer = {
    verifyToken: unary((request) => verifyToken(request, { issuer, now: new Date(), findKey, findUser })),
    validateLocal: unary((request) => validateLocal(request, readers)),
    getUserPermissions: unary((request) => getUserPermissions(request, readers)),
  };
  return { definition: AuthServiceService, implementation };
}
