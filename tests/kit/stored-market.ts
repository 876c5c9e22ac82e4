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

/** A charge that was cancelled before it was decided bears no reference any more, and no money. */
async function chargesOf(organizationId: string): Promise<Charge[]> {
  const items = await scan('payment-simulator', {
    FilterExpression: 'begins_with(pk, :charge) AND #reference.organizationId = :id',
    ExpressionAttributeNames: { '#reference': 'reference' },
    ExpressionAttributeValues: { ':charge': 'CHARGE#', ':id': organizationId },
  });
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
