import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { tables } from './aws.ts';
import type { Attempt, Charge, Line, Market, Money, Order, OutboxItem, Payment, Reservation, Stock } from './invariants.ts';
import { publishers, type TableOwner, tableOf } from './system.ts';

type Item = Record<string, unknown>;

/** All that is stored of an organization, over all tables, as the checker reads it. */
export async function storedMarket(organizationId: string): Promise<Market> {
  const [charges, ...perTable] = await Promise.all([
    chargesOf(organizationId),
    ...publishers.map(async (owner) => ({ owner, items: await itemsOf(owner, organizationId) })),
  ]);
  const inventory = itemsIn(perTable, 'inventory');
  return {
    stocks: inventory.filter(({ sk }) => sk === 'STOCK').map(stockFrom),
    reservations: inventory.filter(({ sk }) => sk === 'RESERVATION').map(reservationFrom),
    orders: itemsIn(perTable, 'order')
      .filter(({ sk }) => sk === 'ORDER')
      .map(orderFrom),
    payments: itemsIn(perTable, 'payment')
      .filter(({ sk }) => sk === 'PAYMENT')
      .map(paymentFrom),
    shipments: itemsIn(perTable, 'shipping')
      .filter(({ sk }) => sk === 'SHIPMENT')
      .map(({ orderId, status }) => ({ orderId: String(orderId), status: String(status) })),
    charges,
    outbox: perTable.flatMap(({ owner, items }) => items.filter(isOutbox).map((item) => outboxFrom(owner, item))),
    duties: perTable.flatMap(({ items }) => items.filter(isDuty).map(keyText)),
  };
}

const itemsIn = (perTable: readonly { owner: string; items: Item[] }[], owner: TableOwner) =>
  perTable.find((table) => table.owner === owner)?.items ?? [];

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
    orderId: String(record(reference).orderId),
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

const isOutbox = ({ pk }: Item) => String(pk).startsWith('OUTBOX#');
const isDuty = ({ pk }: Item) => /^(DEADLINE|REVERSAL)#/.test(String(pk));
const keyText = ({ pk, sk }: Item) => `${pk}/${sk}`;

const outboxFrom = (owner: string, item: Item): OutboxItem => ({
  key: `${owner} ${keyText(item)}`,
  types: list(item.events).map(({ detailType }) => String(detailType)),
});

const stockFrom = (item: Item): Stock => ({
  productId: String(item.productId),
  initial: Number(item.initial),
  adjusted: Number(item.adjusted),
  available: Number(item.available),
  reserved: Number(item.reserved),
  shipped: Number(item.shipped),
});

const reservationFrom = (item: Item): Reservation => ({
  orderId: String(item.orderId),
  status: oneOf(['reserved', 'shipped', 'released', 'rejected'], item.status),
  lines: list(item.lines).map(lineFrom),
});

const orderFrom = (item: Item): Order => ({
  orderId: String(item.orderId),
  status: oneOf(['pending', 'confirmed', 'cancelling', 'cancelled', 'shipped', 'delivered'], item.status),
  lines: list(item.lines).map(lineFrom),
  totalAmount: moneyFrom(item.totalAmount),
});

const paymentFrom = (item: Item): Payment => ({
  orderId: String(item.orderId),
  status: String(item.status),
  amount: item.amount === undefined ? undefined : moneyFrom(item.amount),
  attempts: list(item.attempts).map(attemptFrom),
});

const attemptFrom = ({ n, key, status }: Item): Attempt => ({ n: Number(n), key: String(key), status: String(status) });
const lineFrom = ({ productId, quantity }: Item): Line => ({ productId: String(productId), quantity: Number(quantity) });

function moneyFrom(value: unknown): Money {
  const { amountMinor, currency } = record(value);
  return { amountMinor: Number(amountMinor), currency: String(currency) };
}

function oneOf<Text extends string>(known: readonly Text[], value: unknown): Text {
  const found = known.find((text) => text === value);
  if (found === undefined) throw new Error(`${String(value)} is none of ${known.join(', ')}`);
  return found;
}

const list = (value: unknown): Item[] => (Array.isArray(value) ? value.map(record) : []);
const record = (value: unknown): Item => (typeof value === 'object' && value !== null ? { ...value } : {});
