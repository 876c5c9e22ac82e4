import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { cursorOf, startOf } from './cursor.ts';
import { environment } from './environment.ts';

export type Key = { pk: string; sk: string };
export type Item = Record<string, unknown>;

let client: DynamoDBDocumentClient | undefined;

/** The one client of this process. */
export function documentClient(): DynamoDBDocumentClient {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
  return client;
}

export const tableName = () => environment('TABLE_NAME');

/** Strongly consistent, since decisions are made on it. */
export async function readItem(key: Key): Promise<Item | undefined> {
  const { Item } = await documentClient().send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item;
}

export type ItemQuery = {
  pk: string;
  /** Only sort keys that begin so. */
  skPrefix?: string;
  /** Only sort keys below this one; not together with `skPrefix`. */
  skBelow?: string;
  limit: number;
  /** From an earlier page's `nextCursor`. */
  cursor?: string;
  ascending?: boolean;
  /** A secondary index with keys gsi1pk and gsi1sk: it lags, so no decision may rest on it. */
  index?: string;
};

/** One page of items. @throws {BadCursorError} when the cursor is not of this very query. */
export async function queryItems(query: ItemQuery): Promise<{ items: Item[]; nextCursor?: string }> {
  const [pkName, skName] = query.index === undefined ? ['pk', 'sk'] : ['gsi1pk', 'gsi1sk'];
  const range = query.skPrefix !== undefined ? ' AND begins_with(#sk, :sk)' : query.skBelow !== undefined ? ' AND #sk < :sk' : '';
  const sk = query.skPrefix ?? query.skBelow;
  const { Items = [], LastEvaluatedKey } = await documentClient().send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: query.index,
      ConsistentRead: query.index === undefined,
      KeyConditionExpression: `#pk = :pk${range}`,
      ExpressionAttributeNames: { '#pk': pkName, ...(sk !== undefined && { '#sk': skName }) },
      ExpressionAttributeValues: { ':pk': query.pk, ...(sk !== undefined && { ':sk': sk }) },
      Limit: query.limit,
      ScanIndexForward: query.ascending ?? true,
      ExclusiveStartKey: query.cursor === undefined ? undefined : startOf(query.cursor, query.pk),
    }),
  );
  return { items: Items, ...(LastEvaluatedKey && { nextCursor: cursorOf(LastEvaluatedKey, query.pk) }) };
}
