import type { Local } from '../functions/auth/model/local.ts';
import type { UserRights } from '../functions/auth/model/rights-feed.ts';
import type { VerificationKey } from '../functions/auth/model/tokens/verification-key.ts';
import type { RightsFeedRow } from '../functions/auth/store/rights-feed-table.ts';
import { inTime } from '../functions/shared/waiting/in-time.ts';
import { DependencyOutError } from '../grpc-shared/calls/call-errors.ts';

/** What the service knows: strongly consistent reads of the auth table. Undefined is an answer; a throw is none. */
export type AuthReaders = {
  listKeys(): Promise<readonly VerificationKey[]>;
  findUser(organizationId: string, userId: string): Promise<UserRights | undefined>;
  findLocal(organizationId: string, localId: string): Promise<Local | undefined>;
  /** Whether a session was ended before its time. */
  isSessionOver(organizationId: string, sessionId: string): Promise<boolean>;
  /** What changed since this time (epoch, ms). */
  readChanges(sinceMs: number): Promise<readonly RightsFeedRow[]>;
};

const readTimeoutMs = 2000;

/** The same readers with a time limit, any fault of theirs told apart from a fault of ours. */
export function limited(
  { listKeys, findUser, findLocal, isSessionOver, readChanges }: AuthReaders,
  timeoutMs = readTimeoutMs,
): AuthReaders {
  return {
    listKeys: () => reading(listKeys(), timeoutMs),
    findUser: (organizationId, userId) => reading(findUser(organizationId, userId), timeoutMs),
    findLocal: (organizationId, localId) => reading(findLocal(organizationId, localId), timeoutMs),
    isSessionOver: (organizationId, sessionId) => reading(isSessionOver(organizationId, sessionId), timeoutMs),
    readChanges: (sinceMs) => reading(readChanges(sinceMs), timeoutMs),
  };
}

async function reading<Found>(read: Promise<Found>, timeoutMs: number): Promise<Found> {
  try {
    return await inTime(read, timeoutMs, 'answer of the auth table');
  } catch (cause) {
    // UNAVAILABLE: nobody is denied anything.
    throw new DependencyOutError('the auth table is out of reach', { cause });
  }
}
