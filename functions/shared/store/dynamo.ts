import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { awsCalls } from '../aws/aws-calls.ts';
import { environment } from '../environment.ts';
import { ContendedError } from '../faults.ts';
import { jitteredPause } from '../waiting/pause.ts';
import { BadCursorError, cursorOf, startOf } from './cursor.ts';

export type Key = { pk: string; sk: string };
export type Item = Record<string, unknown>;

/** What this module asks of DynamoDB's document client. */
export type DocumentClient = Pick<DynamoDBDocumentClient, 'send'>;

let client: DocumentClient | undefined;

/** The one client of this process. */
export function documentClient(): DocumentClient {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient(awsCalls), { marshallOptions: { removeUndefinedValues: true } });
  return client;
}

/** Replaces the client of this process, so that handlers can run on tables in memory. Undefined brings DynamoDB back. */
export function useDocumentClient(replacement: DocumentClient | undefined): void {
  client = replacement;
}

export const tableName = () => environment('TABLE_NAME');

/** Strongly consistent, since decisions are made on it. */
export async function readItem(key: Key): Promise<Item | undefined> {
  const { Item } = await documentClient().send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item;
}

const maxBatchGetKeys = 100;
const batchGetTries = 5;

/** The items that stand under these keys (at most 100), strongly consistent, in no order; what does not exist is left out. */
export async function readItems(keys: readonly Key[]): Promise<Item[]> {
  if (keys.length > maxBatchGetKeys) throw new RangeError(`${keys.length} keys in one read, the limit is ${maxBatchGetKeys}`);
  const found: Item[] = [];
  let waiting: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let tries = 1; waiting.length > 0; tries++) {
    const request = { RequestItems: { [tableName()]: { Keys: waiting, ConsistentRead: true } } };
    const { Responses, UnprocessedKeys } = await documentClient().send(new BatchGetCommand(request));
    found.push(...(Responses?.[tableName()] ?? []));
    waiting = UnprocessedKeys?.[tableName()]?.Keys ?? [];
    if (waiting.length > 0 && tries === batchGetTries)
      throw new ContendedError(`${waiting.length} items not read after ${tries} tries`);
    if (waiting.length > 0) await jitteredPause(tries);
  }
  return found;
}

export type ItemQuery = {
  pk: string;
  /** Only sort keys that begin so. */
  skPrefix?: string;
  /** Only sort keys below this one; not together with `skPrefix`. */
  skBelow?: string;
  /** Only sort keys above this one; not together with the others. */
  skAbove?: string;
  /** Only sort keys from the first to the second, both included; not together with the others. */
  skBetween?: readonly [string, string];
  limit: number;
  /** From an earlier page's `nextCursor`. */
  cursor?: string;
  ascending?: boolean;
  /** A secondary index: it lags, so no decision may rest on it. */
  index?: string;
  /** Which of the domain's `indexes` it is, from 1: the first has the keys gsi1pk and gsi1sk. 1 without it. */
  indexPosition?: number;
};

/**
 * One page of items. It reads one item more than the page holds, so that the last page has no cursor even when it is full.
 * @throws {BadCursorError} when the cursor is not from this query
 */
export async function queryItems(query: ItemQuery): Promise<{ items: Item[]; nextCursor?: string }> {
  const [pkName, skName] = keyNamesOf(query);
  const { range, values } = rangeOf(query);
  const { Items = [], LastEvaluatedKey } = await documentClient()
    .send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: query.index,
        ConsistentRead: query.index === undefined,
        KeyConditionExpression: `#pk = :pk${range}`,
        ExpressionAttributeNames: { '#pk': pkName, ...(range !== '' && { '#sk': skName }) },
        ExpressionAttributeValues: { ':pk': query.pk, ...values },
        Limit: query.limit + 1,
        ScanIndexForward: query.ascending ?? true,
        ExclusiveStartKey: query.cursor === undefined ? undefined : startOf(query.cursor, query.pk),
      }),
    )
    .catch((thrown: unknown) => {
      // A cursor that was made up names a place that no list has.
      if (query.cursor !== undefined && thrown instanceof Error && thrown.name === 'ValidationException') {
        throw new BadCursorError('the cursor names no place in this list');
      }
      throw thrown;
    });
  const items = Items.slice(0, query.limit);
  // DynamoDB may also end a page early, by its own limit of 1 MB.
  const next = Items.length > query.limit ? keyOfItem(items.at(-1), query) : LastEvaluatedKey;
  return { items, ...(next && { nextCursor: cursorOf(next, query.pk) }) };
}

/** Where the next page starts: after this item, by the keys of the table and of the index that was read. */
function keyOfItem(item: Item | undefined, query: ItemQuery): Item | undefined {
  if (item === undefined) return undefined;
  const [pkName, skName] = keyNamesOf(query);
  const { pk, sk } = item;
  return { pk, sk, [pkName]: item[pkName], [skName]: item[skName] };
}

const keyNamesOf = ({ index, indexPosition = 1 }: ItemQuery): [string, string] =>
  index === undefined ? ['pk', 'sk'] : [`gsi${indexPosition}pk`, `gsi${indexPosition}sk`];

function rangeOf({ skPrefix, skBelow, skAbove, skBetween }: ItemQuery): { range: string; values: Record<string, string> } {
  if (skPrefix !== undefined) return { range: ' AND begins_with(#sk, :sk)', values: { ':sk': skPrefix } };
  if (skBelow !== undefined) return { range: ' AND #sk < :sk', values: { ':sk': skBelow } };
  if (skAbove !== undefined) return { range: ' AND #sk > :sk', values: { ':sk': skAbove } };
  if (skBetween !== undefined) {
    const [first, last] = skBetween;
    return { range: ' AND #sk BETWEEN :sk AND :last', values: { ':sk': first, ':last': last } };
  }
  return { range: '', values: {} };
}
