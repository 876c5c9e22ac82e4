import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { environment } from '../environment.ts';
import { PermanentFault } from '../faults.ts';
import { documentClient, type Item, type Key } from '../store/dynamo.ts';

/** A customer or user of an organization. */
export type Person = { organizationId: string; personId: string };

/** What the key table says about a person. The tombstone of an erased person stays for good, so that no key is made again. */
export type StoredKey = { state: 'none' } | { state: 'erased' } | { state: 'usable'; wrapped: Uint8Array };

const tableName = () => environment('PERSON_KEY_TABLE_NAME');

const keyOf = ({ organizationId, personId }: Person): Key => ({ pk: `ORG#${organizationId}#PERSON#${personId}`, sk: 'KEY' });

/** Strongly consistent: an erasure must not be overlooked, and a key that another process just made is used. */
export async function findKey(person: Person): Promise<StoredKey> {
  const { Item } = await documentClient().send(
    new GetCommand({ TableName: tableName(), Key: keyOf(person), ConsistentRead: true }),
  );
  if (Item === undefined) return { state: 'none' };
  if (Item.erasedAt !== undefined) return { state: 'erased' };
  if (!(Item.wrapped instanceof Uint8Array)) throw new PermanentFault(`the key of person ${person.personId} has no bytes`);
  return { state: 'usable', wrapped: Item.wrapped };
}

/** Stores a person's first key. False when there is one already, or the person was erased. */
export const putKey = (person: Person, wrapped: Uint8Array, createdAt: string): Promise<boolean> =>
  putUnless('attribute_exists(pk)', { ...keyOf(person), ...person, wrapped, createdAt });

/** Replaces a person's key, or none, by a tombstone. */
export const putTombstone = (person: Person, erasedAt: string): Promise<boolean> =>
  putUnless('attribute_exists(erasedAt)', { ...keyOf(person), ...person, erasedAt });

async function putUnless(condition: string, item: Key & Item): Promise<boolean> {
  try {
    await documentClient().send(new PutCommand({ TableName: tableName(), Item: item, ConditionExpression: `NOT ${condition}` }));
    return true;
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return false;
    throw thrown;
  }
}
