import { newId } from '../../shared/ids.ts';
import { type Codec, oneOf, record, text, variants } from '../../shared/store/codec.ts';
import { type Item, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { RightsChange } from '../model/rights-feed.ts';
import { rightsCodec } from './rights-codec.ts';

const rightsFeedPartition = 'FEED#RIGHTS';
/** Longer than any replica may go without its feed; a replica reads older changes from the users themselves. */
const rowLifeSeconds = 24 * 3600;

type ChangeOf<Kind extends RightsChange['kind']> = Extract<RightsChange, { kind: Kind }>;
const changeCodecs = {
  user: record<ChangeOf<'user'>>({ kind: oneOf('user'), rights: rightsCodec }),
  session: record<ChangeOf<'session'>>({ kind: oneOf('session'), sessionId: text }),
  keys: record<ChangeOf<'keys'>>({ kind: oneOf('keys') }),
};
const changeCodec: Codec<RightsChange> = variants<RightsChange, 'kind'>('kind', changeCodecs);

/**
 * Informs every replica of a change; belongs in the transaction that makes it. Rows sort by the time of writing and not by that of
 * the request, since a replica reads on from where it was.
 */
export function rightsChangeWrite(change: RightsChange): Write {
  const now = new Date();
  const expiresAt = Math.ceil(now.getTime() / 1000) + rowLifeSeconds;
  return { Put: { Item: { pk: rightsFeedPartition, sk: newId(now.toISOString()), change, expiresAt } } };
}

export type RightsFeedRow = { id: string; change: RightsChange };

const pageRows = 1000;
/** One partition takes at most 30 such pages in half a minute. */
const maxPages = 60;

/** Every change written since `sinceMs` (epoch), strongly consistent, in the order of writing. @throws {RangeError} when there are too many */
export async function readRightsChanges(sinceMs: number): Promise<RightsFeedRow[]> {
  const rows: RightsFeedRow[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= maxPages; page++) {
    const query = { pk: rightsFeedPartition, skAbove: firstIdOf(sinceMs), limit: pageRows };
    const { items, nextCursor } = await queryItems({ ...query, ...(cursor !== undefined && { cursor }) });
    rows.push(...items.filter(isKnownKind).map(rowOf));
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

/** A kind that this version does not know was written by a newer one, for replicas of that version. */
const isKnownKind = ({ change }: Item) =>
  typeof change === 'object' && change !== null && 'kind' in change && Object.hasOwn(changeCodecs, String(change.kind));

const rowOf = ({ sk, change }: Item): RightsFeedRow => ({ id: text(sk, 'sk'), change: changeCodec(change, `${sk}`) });
