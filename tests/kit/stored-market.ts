import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { objectOf } from '../../functions/shared/input/json-object.ts';
import { tables } from './aws.ts';
import type { Charge, Market } from './invariants.ts';
import { type Item, isOutbox, marketFrom, moneyFrom } from './market-items.ts';
import { publishers, type TableOwner, tableOf } from './system.ts';

/** All that is stored of an organization, over all tables, as the checker reads it. */
export async function storedMarket(organizationId: string): Promise<Market> {
  const [charges, ...perTable] = await Promise.all([
    chargesOf(organizationId),
    ...publishers.map(async (owner) => ({ owner, items: await itemsOf(owner, organizationId) })),
  ]);
  return marketFrom(perTable, charges);
}

/** What a table holds of an organization: under its keys, waiting in the outbox, or marked as still to be done. */
async function itemsOf(owner: TableOwner, organizationId: string): Promise<Item[]> {
  const items = await scan(owner, {
    FilterExpression: 'begins_with(pk, :own) OR begins_with(pk, :outbox) OR organizationId = :id',
    ExpressionAttributeValues: { ':own': `ORG#${organizationId}#`, ':outbox': 'OUTBOX#', ':id': organizationId },
  });
  return items.filter((item) => !isOutbox(item) || JSON.stringify(item).includes(organizationId));
}

/** The ids by which the payment provider knows the charges of an order. */
export async function chargeIdsOf(organizationId: string, orderId: string): Promise<string[]> {
  const items = await chargeItemsOf(organizationId);
  return items.filter(({ reference }) => objectOf(reference)?.orderId === orderId).map(({ chargeId }) => String(chargeId));
}

/** A charge that was cancelled before it was decided has no reference any more, and no money. */
const chargeItemsOf = (organizationId: string): Promise<Item[]> =>
  scan('payment-simulator', {
    FilterExpression: 'begins_with(pk, :charge) AND #reference.organizationId = :id',
    ExpressionAttributeNames: { '#reference': 'reference' },
    ExpressionAttributeValues: { ':charge': 'CHARGE#', ':id': organizationId },
  });

async function chargesOf(organizationId: string): Promise<Charge[]> {
  const items = await chargeItemsOf(organizationId);
  return items.map(({ pk, status, amount, refunds, reference }) => ({
    key: String(pk).replace('CHARGE#', ''),
    orderId: String(objectOf(reference)?.orderId),
    status: String(status),
    amount: moneyFrom(amount),
    refunds: Number(refunds),
  }));
}

type Filter = {
  FilterExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues: Record<string, string>;
};

async function scan(owner: TableOwner, filter: Filter): Promise<Item[]> {
  const found: Item[] = [];
  const TableName = await tableOf(owner);
  for await (const { Items = [] } of paginateScan({ client: tables }, { TableName, ConsistentRead: true, ...filter })) {
    found.push(...Items);
  }
  return found;
}
