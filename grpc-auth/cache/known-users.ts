import type { UserRights } from '../../functions/auth/model/rights-feed.ts';
import { maxTokenAgeMs } from '../../functions/auth/model/tokens/token.ts';
import { BoundedMap } from './bounded-map.ts';
import { coalesced } from './coalesced.ts';

/** Nothing here depends on it: were a change written without the feed, it would hold after this. */
const rereadAfterMs = 60_000;
const maxUsers = 20_000;
/** As long as anything that was made of older rights may be kept. */
const rememberedMs = maxTokenAgeMs + rereadAfterMs;
const maxChanged = 20_000;

export type KnownUsers = {
  /** What the user is: newer than a second ago, or read now. Undefined when the organization has no such user. */
  find(organizationId: string, userId: string): Promise<UserRights | undefined>;
  /** Whether no change is known since these rights were found, at this epoch. */
  isCurrent(userId: string, version: number, epoch: number): boolean;
  /** Counts how often all that was found before became void. */
  readonly epoch: number;
  /** What the feed says: a change may come again, and late. */
  apply(rights: UserRights): void;
};

export type KnownUsersProps = {
  /** Reads a user, strongly consistent. */
  findUser(organizationId: string, userId: string): Promise<UserRights | undefined>;
  /** Whether every change of a second ago has been applied. */
  isFresh(): boolean;
  nowMs?: () => number;
};

/**
 * The users that calls are about, kept in memory and kept right by the feed. While the feed is not fresh, every user is read anew: an
 * outage of the feed costs time, and never lets in who was shut out more than a second ago.
 */
export function knownUsers({ findUser, isFresh, nowMs = () => performance.now() }: KnownUsersProps): KnownUsers {
  const kept = new BoundedMap<{ rights: UserRights; readAtMs: number }>(maxUsers);
  /** In the order of arrival, so that the oldest is first. */
  const changed = new Map<string, { rights: UserRights; heardAtMs: number }>();
  const once = coalesced<UserRights | undefined>();
  let epoch = 0;

  async function read(organizationId: string, userId: string, key: string): Promise<UserRights | undefined> {
    const readAtMs = nowMs();
    const stored = await findUser(organizationId, userId);
    // A transaction becomes visible item by item: the feed may show it before the user does.
    const heard = changed.get(userId)?.rights;
    const rights = heard !== undefined && heard.version > (stored?.version ?? 0) ? heard : stored;
    if (rights?.organizationId !== organizationId) return undefined;
    kept.set(key, { rights, readAtMs });
    return rights;
  }

  return {
    get epoch() {
      return epoch;
    },
    async find(organizationId, userId) {
      const key = `${organizationId} ${userId}`;
      if (isFresh()) {
        const heard = changed.get(userId);
        const now = nowMs();
        // What was heard is newer than what was kept before, and does not last longer.
        if (heard !== undefined && now - heard.heardAtMs < rereadAfterMs)
          return heard.rights.organizationId === organizationId ? heard.rights : undefined;
        const known = kept.get(key);
        if (known !== undefined && now - known.readAtMs < rereadAfterMs) return known.rights;
      }
      return once(key, () => read(organizationId, userId, key));
    },
    isCurrent(userId, version, atEpoch) {
      if (atEpoch !== epoch) return false;
      const heard = changed.get(userId);
      return heard === undefined || heard.rights.version <= version;
    },
    apply(rights) {
      const now = nowMs();
      for (const [userId, { heardAtMs }] of changed) {
        if (now - heardAtMs < rememberedMs) break;
        changed.delete(userId);
      }
      const before = changed.get(rights.userId);
      if (before !== undefined && before.rights.version >= rights.version) return;
      if (changed.size >= maxChanged) {
        // Too many to remember each: everybody is read anew.
        changed.clear();
        kept.clear();
        epoch++;
      }
      changed.delete(rights.userId);
      changed.set(rights.userId, { rights, heardAtMs: now });
    },
  };
}
