import type { Local } from '../functions/auth/local.ts';
import type { User } from '../functions/auth/user.ts';
import type { VerificationKey } from '../functions/auth/verification-key.ts';
import { DependencyOutError } from '../grpc-shared/call-errors.ts';

/** What the service knows: strongly consistent reads of the auth table. Undefined is an answer; a throw is none. */
export type AuthReaders = {
  findKey(keyId: string): Promise<VerificationKey | undefined>;
  findUser(organizationId: string, userId: string): Promise<User | undefined>;
  findLocal(organizationId: string, localId: string): Promise<Local | undefined>;
};

const readTimeoutMs = 2000;

/** The same readers with a time limit, any fault of theirs told apart from a fault of ours. */
export function limited({ findKey, findUser, findLocal }: AuthReaders, timeoutMs = readTimeoutMs): AuthReaders {
  return {
    findKey: (keyId) => inTime(findKey(keyId), timeoutMs),
    findUser: (organizationId, userId) => inTime(findUser(organizationId, userId), timeoutMs),
    findLocal: (organizationId, localId) => inTime(findLocal(organizationId, localId), timeoutMs),
  };
}

async function inTime<Found>(read: Promise<Found>, timeoutMs: number): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([read, late]);
  } catch (cause) {
    // UNAVAILABLE: nobody is denied anything.
    throw new DependencyOutError('the auth table is out of reach', { cause });
  } finally {
    clearTimeout(timer);
  }
}
