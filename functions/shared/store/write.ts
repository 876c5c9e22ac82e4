import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Cause } from '../cause.ts';
import type { NewEvent } from '../domain-event.ts';
import type { Item, Key } from './dynamo.ts';

export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type OnTable<Part> = Omit<NonNullable<Part>, 'TableName'>;

/** A write to the domain's own table. A condition that fails is an outcome, not a fault. */
export type Write =
  | { Put: OnTable<Action['Put']> }
  | { Update: OnTable<Action['Update']> }
  | { Delete: OnTable<Action['Delete']> }
  | { ConditionCheck: OnTable<Action['ConditionCheck']> };

/**
 * What a handler returns to be stored. The edge commits it in one transaction, together with the outbox item, the handled
 * marker of a consumer and the idempotency record of a request, so that no handler can forget any of them.
 */
export type Effects = {
  writes?: readonly Write[];
  /** Events, validated against their schemas and stored beside the writes; the relay publishes them. */
  publish?: readonly NewEvent[];
  /** Where the events belong to something other than the call itself, such as the order whose payment is reported. */
  cause?: Partial<Cause>;
  /**
   * Runs after the commit, best effort: a failure is logged and nothing else. Allowed only where a consumer guarantees the
   * same effect anyway.
   */
  hint?: () => Promise<unknown>;
};

/** Stores an item under a key that must be free. */
export const putNew = (item: Key & Item): Write => ({
  Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

/**
 * Fails if the item stored under the key no longer has this version. For a decision that rests on an item which it does not write:
 * without it, two transactions could each rely on what the other changes.
 */
export const unchanged = (key: Key, version: number): Write => ({
  ConditionCheck: { Key: key, ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } },
});

/**
 * Stores the next version of an item: the first one where there is none, a later one where its predecessor is still stored, so
 * that a concurrent change is noticed.
 */
export const putVersioned = (item: Key & Item & { version: number }): Write => putAfter(item, item.version - 1);

/** Stores an item if the one stored now has version `before`; 0 means that there is none. For copies, whose versions may skip. */
export const putAfter = (item: Key & Item, before: number): Write =>
  before === 0
    ? putNew(item)
    : {
        Put: {
          Item: item,
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': before },
        },
      };
