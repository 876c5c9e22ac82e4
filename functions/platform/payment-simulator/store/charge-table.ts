import { setTimeout } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { fieldsOf, moneyFrom } from '../../../shared/fields.ts';
import { documentClient, type Item, type Key, readItem, tableName } from '../../../shared/store/dynamo.ts';
import type { SimulatedCharge } from '../model/simulated-charge.ts';

const changeTries = 8;
const chargeKey = (key: string): Key => ({ pk: `CHARGE#${key}`, sk: 'CHARGE' });

/** The charge under an idempotency key, strongly consistent. */
export async function findCharge(key: string): Promise<SimulatedCharge | undefined> {
  const item = await readItem(chargeKey(key));
  return item && chargeFrom(item);
}

/**
 * Reads the charge, decides and stores what `decide` answers, again when another call came between; `result` alone stores nothing.
 * @throws {Error} when others came first each time
 */
export async function changeCharge<R>(
  key: string,
  decide: (stored: SimulatedCharge | undefined) => { result: R; charge?: SimulatedCharge },
): Promise<R> {
  for (let tries = 1; tries <= changeTries; tries++) {
    const stored = await findCharge(key);
    const { result, charge } = decide(stored);
    if (charge === undefined || charge === stored || (await putCharge(charge, stored))) return result;
    await setTimeout(Math.random() * 25 * tries);
  }
  throw new Error(`other calls changed the charge ${key} ${changeTries} times`);
}

/** Whether it was stored: only where `stored` still stands. A status comes once, so it is version enough. */
async function putCharge(charge: SimulatedCharge, stored: SimulatedCharge | undefined): Promise<boolean> {
  const condition = stored
    ? {
        ConditionExpression: '#status = :before',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':before': stored.status },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  try {
    await documentClient().send(
      new PutCommand({ TableName: tableName(), Item: { ...chargeKey(charge.key), ...charge }, ...condition }),
    );
    return true;
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return false;
    throw thrown;
  }
}

function chargeFrom(item: Item): SimulatedCharge {
  const { status } = item;
  const key = String(item.key);
  switch (status) {
    case 'voided':
      return { key, status, refunds: 0 };
    case 'requested':
      return { ...askedFrom(item), status, refunds: 0 };
    case 'charged':
      return { ...askedFrom(item), status, refunds: 0 };
    case 'declined':
      return { ...askedFrom(item), status, refunds: 0, retryable: item.retryable === true };
    case 'refunded':
      return { ...askedFrom(item), status, refunds: 1 };
    default:
      throw new Error(`a charge cannot be ${String(status)}`);
  }
}

const askedFrom = (item: Item) => {
  const { amount, reference, trace } = item;
  const { organizationId, orderId, attempt } = fieldsOf(reference);
  const { correlationId, traceparent } = fieldsOf(trace);
  return {
    key: String(item.key),
    chargeId: String(item.chargeId),
    amount: moneyFrom(amount),
    source: String(item.source),
    callbackUrl: String(item.callbackUrl),
    reference: { organizationId: String(organizationId), orderId: String(orderId), attempt: Number(attempt) },
    trace: { correlationId: String(correlationId), traceparent: String(traceparent) },
  };
};
