import { newId } from '../../shared/ids.ts';
import type { Write } from '../../shared/store/commit.ts';
import { type Item, queryItems } from '../../shared/store/dynamo.ts';
import type { RightsChange } from '../model/rights-feed.ts';
import { rightsFrom } from './rights-item.ts';

const rightsFeedPartition = 'FEED#RIGHTS';
/** Longer than any replica may be blind; what is older is read from the users themselves. */
const rowLifeSeconds = 24 * 3600;

/** Tells every replica of the change; belongs into the transaction that makes it. Sorts by the time of writing. */
export function rightsChangeWrite(change: RightsChange): Write {
  const now = new Date();
  const expiresAt = Math.ceil(now.getTime() / 1000) + rowLifeSeconds;
  return { Put: { Item: { pk: rightsFeedPartition, sk: newId(now.toISOString()), change, expiresAt } } };
}

export type RightsFeedRow = { id: string; change: RightsChange };

const pageRows = 1000;
/** Half a minute of the most that one partition takes in are 30 pages. */
const maxPages = 60;

/** Every change written since `sinceMs` (epoch), strongly consistent, in the order of writing. @throws {RangeError} when there are too many */
export async function readRightsChanges(sinceMs: number): Promise<RightsFeedRow[]> {
  const rows: RightsFeedRow[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= maxPages; page++) {
    const query = { pk: rightsFeedPartition, skAbove: firstIdOf(sinceMs), limit: pageRows };
    const { items, nextCursor } = await queryItems({ ...query, ...(cursor !== undefined && { cursor }) });
    rows.push(...items.flatMap(rowOf));
    if (nextCursor === undefined) return rows;
    cursor = nextCursor;
  }
  throw new RangeError(`more than ${maxPages} pages of changed rights`);
}

/** Below every UUID v7 of this millisecond: its first 48 bits are the time (RFC 9562, 5.7). */
function firstIdOf(ms: number): string {
  const digits = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

/** A kind that this version does not know was written by a newer one, for its like. */
function rowOf({ sk, change }: Item): RightsFeedRow[] {
  if (!isItem(change)) return [];
  if (change.kind === 'keys') return [{ id: String(sk), change: { kind: 'keys' } }];
  if (change.kind === 'session') return [{ id: String(sk), change: { kind: 'session', sessionId: String(change.sessionId) } }];
  if (change.kind === 'user' && isItem(change.rights)) {
    return [{ id: String(sk), change: { kind: 'user', rights: rightsFrom(change.rights) } }];
  }
  return [];
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
