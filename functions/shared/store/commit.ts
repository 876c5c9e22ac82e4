import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Cause } from '../cause.ts';
import { outboxItem } from '../events/outbox.ts';
import { ContendedError, causeText } from '../faults.ts';
import { newId } from '../ids.ts';
import { log } from '../log.ts';
import { inTime } from '../waiting/in-time.ts';
import { jitteredPause } from '../waiting/pause.ts';
import { documentClient, type Item, tableName } from './dynamo.ts';
import { type HandledEvent, handledMarker } from './handled-marker.ts';
import { type IdempotencyRecord, putRecord } from './idempotency.ts';
import { type Action, type Effects, putNew, type Write } from './write.ts';

export type Commit = Effects & {
  cause: Cause;
  /** The delivery that is handled: its marker is stored with the effects. */
  handled?: HandledEvent;
  /** The request's idempotency record, with its response. */
  record?: IdempotencyRecord;
};

export type Committed =
  | { outcome: 'committed' }
  /** This consumer handled this event before. Nothing was written. */
  | { outcome: 'already-handled' }
  /** A request with the same idempotency key was first. Nothing was written. */
  | { outcome: 'answered-before' }
  /** Conditions of these writes did not hold. Nothing was written; `item` is what is stored there. */
  | { outcome: 'condition-failed'; failed: { index: number; item?: Item }[] }
  /**
   * Other transactions held the items, or the table throttled. Nothing was written. `isInFlight` when one of them belongs to a
   * request with the same idempotency key.
   */
  | { outcome: 'contended'; isInFlight: boolean };

/** DynamoDB's limit on the actions of one transaction. */
export const maxActions = 100;

/**
 * Stores writes, events, handled marker and idempotency record in one transaction, or nothing at all. It tries once: the SDK
 * repeats only requests whose outcome is unknown, under one token, so that none is written twice.
 * @throws {PermanentFault} when an event breaks its schema or a size limit
 */
export async function commit({ cause, writes = [], publish = [], handled, record }: Commit): Promise<Committed> {
  const now = new Date();
  const actions: Write[] = [...writes];
  if (publish.length > 0) actions.push(putNew(await outboxItem(newId(now.toISOString()), publish, cause)));
  const marker = handled && actions.push(putNew(handledMarker(handled, now))) - 1;
  const answer = record && actions.push(putRecord(record, now)) - 1;
  if (actions.length > maxActions) throw new RangeError(`${actions.length} actions in one commit, the limit is ${maxActions}`);
  if (actions.length === 0) return { outcome: 'committed' };

  const reasons = await transact(actions.map(onTable));
  if (reasons === 'committed') return { outcome: 'committed' };
  const failed = reasons.flatMap(({ Code, Item }, index) =>
    Code === 'ConditionalCheckFailed' ? [{ index, ...(Item && { item: unmarshall(Item) }) }] : [],
  );
  if (failed.length === 0) {
    const isInFlight = answer !== undefined && reasons[answer]?.Code === 'TransactionConflict';
    return { outcome: 'contended', isInFlight };
  }
  if (failed.some(({ index }) => index === marker)) return { outcome: 'already-handled' };
  if (failed.some(({ index }) => index === answer)) return { outcome: 'answered-before' };
  return { outcome: 'condition-failed', failed };
}

/** What one run of a handler decided. Without `commit` there is nothing to store. */
export type Decided<Result> = { result: Result; commit?: Commit };

/** How often a handler decides before the caller gets 503, or the platform tries again. */
export const decideTries = 8;

/**
 * Runs `decide` and commits what it returns; runs it again when another writer got in between. This is the only retry of a
 * conflict. Afterwards runs the hint. `in-flight` means that a request with the same idempotency key was still running at the end.
 * @throws {ContendedError} when other writers were first every time
 */
export async function decideAndCommit<Result>(
  decide: () => Promise<Decided<Result>>,
): Promise<{ result: Result; outcome: 'committed' | 'already-handled' | 'answered-before' | 'in-flight' }> {
  for (let tries = 1; ; tries++) {
    const { result, commit: wanted } = await decide();
    const committed: Committed = wanted === undefined ? { outcome: 'committed' } : await commit(wanted);
    const { outcome } = committed;
    if (outcome === 'committed') await followHint(wanted);
    if (outcome !== 'condition-failed' && outcome !== 'contended') return { result, outcome };
    const isLast = tries === decideTries;
    if (isLast && outcome === 'contended' && committed.isInFlight) return { result, outcome: 'in-flight' };
    if (isLast) throw new ContendedError(`other writers came first ${tries} times`);
    await jitteredPause(tries);
  }
}

/** The caller waits for the hint, so it may not take longer. */
const maxHintMs = 1_000;

/** A hint only makes things faster: its consumer does the same, so its failure or silence is no failure of the commit. */
async function followHint({ hint, cause }: Partial<Commit> = {}): Promise<void> {
  try {
    if (hint !== undefined) await inTime(hint(), maxHintMs, 'end of the hint');
  } catch (thrown) {
    log.warn('hint failed', { correlationId: cause?.correlationId, cause: causeText(thrown) });
  }
}

type Reason = NonNullable<TransactionCanceledException['CancellationReasons']>[number];

/** Stores all actions, or returns why not: a reason for each of them. Without any reason the same request is still being handled. */
async function transact(TransactItems: Action[]): Promise<'committed' | Reason[]> {
  try {
    await documentClient().send(new TransactWriteCommand({ TransactItems }));
    return 'committed';
  } catch (thrown) {
    if (thrown instanceof TransactionInProgressException) return [];
    if (!(thrown instanceof TransactionCanceledException)) throw thrown;
    const reasons = thrown.CancellationReasons ?? [];
    if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return reasons;
    if (reasons.some(({ Code }) => Code !== undefined && passingReasons.has(Code))) return reasons;
    throw thrown;
  }
}

/**
 * Cancellation reasons that a later try may not meet. DynamoDB reports a throttled transaction as a cancelled one
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
const passingReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

function onTable(write: Write): Action {
  const TableName = tableName();
  const ReturnValuesOnConditionCheckFailure = 'ALL_OLD' as const;
  if ('Put' in write) return { Put: { ReturnValuesOnConditionCheckFailure, ...write.Put, TableName } };
  if ('Update' in write) return { Update: { ReturnValuesOnConditionCheckFailure, ...write.Update, TableName } };
  if ('Delete' in write) return { Delete: { ReturnValuesOnConditionCheckFailure, ...write.Delete, TableName } };
  return { ConditionCheck: { ReturnValuesOnConditionCheckFailure, ...write.ConditionCheck, TableName } };
}
