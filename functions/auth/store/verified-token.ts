import type { Caller } from '../../shared/caller.ts';
import { environment } from '../../shared/environment.ts';
import { permissionsOf } from '../model/permissions.ts';
import { keyObjectOf } from '../model/tokens/verification-key.ts';
import { type VerifiedUser, verifiedUser } from '../model/tokens/verified-user.ts';
import { findKey } from './key-table.ts';
import { isSessionOver } from './session-table.ts';
import { findRights } from './user-table.ts';

/** Verifies a token by the table alone. Every read is strongly consistent and nothing is kept, since no feed tells of changes here. */
export function verifyAgainstTable(token: string): Promise<VerifiedUser> {
  return verifiedUser(token, {
    issuer: environment('TOKEN_ISSUER'),
    now: new Date(),
    findKey: async (keyId) => {
      const key = await findKey(keyId);
      return key && keyObjectOf(key);
    },
    findUser: findRights,
    isSessionOver,
  });
}

/** The caller whose token it is, as the authorizer would name them; undefined when the token is not good. */
export async function findCaller(token: string): Promise<Caller | undefined> {
  const verified = await verifyAgainstTable(token);
  if (verified.outcome === 'refused') return undefined;
  const { userId, organizationId, roles, localIds } = verified.rights;
  return { userId, organizationId, permissions: new Set(permissionsOf(roles)), localIds };
}
