import { type CancellationReason, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { type Attributes, copyOf, itemBytes } from './attribute-value.ts';
import { cancelled, invalid } from './errors.ts';
import { Request } from './request.ts';
import type { MemoryTable } from './table.ts';
import { applyWrite, type PlannedWrite, planWrite, writeKinds } from './write.ts';

const maxActions = 100;
const maxTransactionBytes = 4 * 1024 * 1024;

/** Reads a TransactWriteItems request. @throws a ValidationException when DynamoDB would refuse it whatever the tables hold */
export function planTransaction(input: unknown, tableOf: (name: string) => MemoryTable): PlannedWrite[] {
  const actions = new Request(input, ['TransactItems', 'ClientRequestToken']).list('TransactItems');
  if (actions.length === 0 || actions.length > maxActions) {
    throw invalid(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and ${maxActions}, not ${actions.length}`,
    );
  }
  const writes = actions.map((action) => planAction(action, tableOf));
  const places = new Set(writes.map(({ tableName, key }) => JSON.stringify([tableName, key.pk, key.sk])));
  if (places.size < writes.length) throw invalid('Transaction request cannot include multiple operations on one item');
  const bytes = writes.reduce((sum, { item }) => sum + (item === undefined ? 0 : itemBytes(item)), 0);
  if (bytes > maxTransactionBytes) throw invalid('Transaction request exceeds the 4MB transaction size limit');
  return writes;
}

function planAction(action: unknown, tableOf: (name: string) => MemoryTable): PlannedWrite {
  const parts = new Request(action, writeKinds);
  const kinds = writeKinds.filter((kind) => parts.has(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  return planWrite(kind, parts.map(kind), tableOf);
}

/** Applies all writes, or none. @throws a TransactionCanceledException with a reason for each action, in their order */
export function applyTransaction(writes: readonly PlannedWrite[]): void {
  const results = writes.map(resultOf);
  if (results.some(({ reason }) => reason.Code !== 'None')) throw cancelled(results.map(({ reason }) => reason));
  for (const [index, write] of writes.entries()) {
    if (write.kind !== 'ConditionCheck') applyWrite(write, results[index]?.after);
  }
}

type Result = { reason: CancellationReason; after?: Attributes | undefined };

function resultOf(write: PlannedWrite): Result {
  const stored = write.table.get(write.key);
  if (!write.holds(stored)) {
    const Item = write.showsStored && stored !== undefined ? { Item: copyOf(stored) } : {};
    return { reason: { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...Item } };
  }
  try {
    return { reason: { Code: 'None' }, after: write.after(stored) };
  } catch (thrown) {
    if (!(thrown instanceof DynamoDBServiceException)) throw thrown;
    return { reason: { Code: 'ValidationError', Message: thrown.message } };
  }
}

/** A transaction that was cancelled because of one of its actions, whatever that does. */
export const cancelledAs = (Code: string, Message: string, at: number, actions: number) =>
  cancelled(Array.from({ length: actions }, (_, index) => (index === at ? { Code, Message } : { Code: 'None' })));
