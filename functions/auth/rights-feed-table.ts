import type { Write } from '../shared/commit.ts';
import { newId } from '../shared/ids.ts';
import type { RightsChange } from './rights-feed.ts';

export const rightsFeedPartition = 'FEED#RIGHTS';
/** Longer than any replica may be blind; what is older is read from the users themselves. */
const rowLifeSeconds = 24 * 3600;

/** Tells every replica of the change; belongs into the transaction that makes it. Sorts by the time of writing. */
export function rightsChangeWrite(change: RightsChange): Write {
  const now = new Date();
  const expiresAt = Math.ceil(now.getTime() / 1000) + rowLifeSeconds;
  return { Put: { Item: { pk: rightsFeedPartition, sk: newId(now.toISOString()), change, expiresAt } } };
}
