import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Cause } from '../cause.ts';
import type { NewEvent } from '../events/events.ts';
import { outboxItem } from '../events/outbox.ts';
import { AnsweredBeforeError, ContendedError } from '../faults.ts';
import { newId } from '../ids.ts';
import { jitteredPause } from '../pause.ts';
import type { Answer } from '../rest/answer.ts';
import { documentClient, type Item, tableName } from './dynamo.ts';
import { idempotencyItem } from './idempotency.ts';

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type OnTable<Part> = Omit<NonNullable<Part>, 'TableName'>;

/** A write to the domain's own table. A condition that fails is an outcome, not a fault. */
export type Write =
  | { Put: OnTable<Action['Put']> }
  | { Update: OnTable<Action['Update']> }
  | { Delete: OnTable<Action['Delete']> }
  | { ConditionCheck: OnTable<Action['ConditionCheck']> };

export type Commit = {
  cause: Cause;
  writes: readonly Write[];
  /** What happened: validated against the schemas, stored beside the writes, published by the relay. */
  publish?: readonly NewEvent[];
  /** What an idempotent POST answers: stored with the effect, so that a retry gets these very bytes. */
  answer?: Answer;
};

export type Committed =
  | { outcome: 'committed' }
  /** This consumer handled this event before: nothing was written now. */
  | { outcome: 'already-handled' }
  /** Conditions of these writes did not hold: nothing was written. `item` is what stood there. */
  | { outcome: 'condition-failed'; failed: { index: number; item?: Item }[] };

const markerLifeSeconds = 120 * 24 * 3600;
const conflictTries = 5;
/** DynamoDB's limit on the actions of one transaction. */
export const maxActions = 100;

/**
 * State, events, the mark that an event is handled and the answer of a POST, in one transaction.
 * @throws {AnsweredBeforeError} when a request with the same idempotency key was first
 * @throws {ContendedError} when other transactions held the items at every try
 * @throws {PermanentFault} when an event breaks its schema or a size limit
 */
export async function commit({ cause, writes, publish = [], answer }: Commit): Promise<Committed> {
  const now = new Date();
  const actions: Action[] = writes.map(onTable);
  if (publish.length > 0) actions.push(putNew(outboxItem(newId(now.toISOString()), publish, cause)));
  const marker = cause.handling && actions.push(putNew(handledMarker(cause.handling, now))) - 1;
  const record =
    cause.idempotency &&
    answer &&
    actions.push(putIdempotency(idempotencyItem(cause.idempotency, answer, now.getTime()), now)) - 1;
  if (actions.length > maxActions) throw new RangeError(`${actions.length} actions in one commit, the limit is ${maxActions}`);

  const reasons = await transact(actions);
  if (reasons === undefined) return { outcome: 'committed' };
  const failed = reasons.flatMap(({ Code, Item }, index) =>
    Code === 'ConditionalCheckFailed' ? [{ index, ...(Item && { item: unmarshall(Item) }) }] : [],
  );
  if (failed.some(({ index }) => index === marker)) return { outcome: 'already-handled' };
  if (failed.some(({ index }) => index === record))
    throw new AnsweredBeforeError('another request with this idempotency key was first');
  return { outcome: 'condition-failed', failed };
}

/** Commits what cannot be refused, such as an aggregate under an id minted a moment ago. @throws {ContendedError} if it is all the same */
export async function commitNew(wanted: Commit): Promise<void> {
  const { outcome } = await commit(wanted);
  if (outcome !== 'committed') throw new ContendedError(`nothing was written: ${outcome}`);
}

/**
 * Reads, decides and commits; when another writer came between, reads and decides again.
 * @throws {ContendedError} when others came between each time
 */
export async function readDecideCommit<R>(attempt: () => Promise<{ result: R; commit?: Commit }>): Promise<R> {
  for (let tries = 1; ; tries++) {
    const decided = await attempt();
    if (decided.commit === undefined) return decided.result;
    const { outcome } = await commit(decided.commit);
    if (outcome !== 'condition-failed') return decided.result;
    if (tries === decideTries) throw new ContendedError(`other writers came first ${tries} times`);
    await jitteredPause(tries);
  }
}
const decideTries = 8;

type Reason = NonNullable<TransactionCanceledException['CancellationReasons']>[number];

/** The cancellation reasons, or undefined when it was written. The SDK's own retries carry one token, so none writes twice. */
async function transact(TransactItems: Action[]): Promise<Reason[] | undefined> {
  if (TransactItems.length === 0) return undefined;
  for (let tries = 1; ; tries++) {
    try {
      await documentClient().send(new TransactWriteCommand({ TransactItems }));
      return undefined;
    } catch (thrown) {
      const contended = thrown instanceof TransactionInProgressException || isConflict(thrown);
      if (!contended && thrown instanceof TransactionCanceledException && isDecided(thrown))
        return thrown.CancellationReasons ?? [];
      if (!contended) throw thrown;
      if (tries === conflictTries) throw new ContendedError('other transactions held these items at every try');
      await jitteredPause(tries);
    }
  }
}

const codes = (thrown: TransactionCanceledException) => (thrown.CancellationReasons ?? []).map(({ Code }) => Code);
const isDecided = (thrown: TransactionCanceledException) => codes(thrown).includes('ConditionalCheckFailed');
const isConflict = (thrown: unknown) =>
  thrown instanceof TransactionCanceledException && !isDecided(thrown) && codes(thrown).includes('TransactionConflict');

function onTable(write: Write): Action {
  const TableName = tableName();
  const ReturnValuesOnConditionCheckFailure = 'ALL_OLD' as const;
  if ('Put' in write) return { Put: { ReturnValuesOnConditionCheckFailure, ...write.Put, TableName } };
  if ('Update' in write) return { Update: { ReturnValuesOnConditionCheckFailure, ...write.Update, TableName } };
  if ('Delete' in write) return { Delete: { ReturnValuesOnConditionCheckFailure, ...write.Delete, TableName } };
  return { ConditionCheck: { ReturnValuesOnConditionCheckFailure, ...write.ConditionCheck, TableName } };
}

const putNew = (item: Item): Action => ({
  Put: { TableName: tableName(), Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** An expired record may still stand, since TTL deletes late: it is replaced. */
const putIdempotency = (item: Item, now: Date): Action => ({
  Put: {
    TableName: tableName(),
    Item: item,
    ConditionExpression: 'attribute_not_exists(pk) OR validUntilMs <= :now',
    ExpressionAttributeValues: { ':now': now.getTime() },
  },
});

const handledMarker = ({ consumer, eventId }: { consumer: string; eventId: string }, now: Date): Item => ({
  pk: `HANDLED#${consumer}#${eventId}`,
  sk: 'HANDLED',
  expiresAt: Math.floor(now.getTime() / 1000) + markerLifeSeconds,
});
