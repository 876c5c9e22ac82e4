import { currencyDigits } from '../../../generated/currencies.ts';
import { flag, money, number, optional, record, text } from '../../shared/store/codec.ts';
import { type Item, type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import { type Effects, putVersioned, type Write } from '../../shared/store/write.ts';
import {
  type Counters,
  type CustomerStatistics,
  countersOf,
  noOrders,
  type OrderFacts,
  type OrderRecord,
  withFacts,
} from '../model/statistics.ts';
import { customerPartition } from './customer-key.ts';

const statisticsKey = (organizationId: string, customerId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: 'STATISTICS',
});
const orderPrefix = 'ORDER#';
const recordKey = (organizationId: string, customerId: string, orderId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: `${orderPrefix}${orderId}`,
});

const recordCodec = record<OrderRecord>({
  orderId: text,
  totalAmount: optional(money),
  placedAt: optional(text),
  isCancelled: flag,
  isDelivered: flag,
  isUndeliverable: flag,
  version: number,
});

/** One attribute for each currency, so that it can be added to. */
const spentPrefix = 'spent';
type CounterName = Exclude<keyof Counters, 'amountsSpent'>;
const counterNames = Object.keys(noOrders).filter((name): name is CounterName => name !== 'amountsSpent');

/**
 * What an event about an order changes: the order's record, and the counters of its customer by what the record gains. The condition
 * on the record makes each fact count once, under whatever event ids it comes; the counters are added to without one, so that
 * orders of one customer that change at the same time do not decide again.
 */
export async function orderFactEffects(
  organizationId: string,
  { customerId, orderId }: { customerId: string; orderId: string },
  facts: OrderFacts,
): Promise<Effects | undefined> {
  const key = recordKey(organizationId, customerId, orderId);
  const item = await readItem(key);
  const known = withFacts(item && recordCodec(item, `${item.pk}`), orderId, facts);
  if (known === undefined) return undefined;
  const additions = additionsOf(known.gain);
  return {
    writes: [
      putVersioned({ ...key, organizationId, ...known.record }),
      ...(additions.length === 0 ? [] : [addTo(statisticsKey(organizationId, customerId), organizationId, additions)]),
    ],
  };
}

type Addition = { attribute: string; by: number };

function additionsOf(gain: Counters): Addition[] {
  const counts: Addition[] = counterNames.map((name) => ({ attribute: name, by: gain[name] }));
  const spent = Object.entries(gain.amountsSpent).map(([currency, by]) => ({ attribute: `${spentPrefix}${currency}`, by }));
  return [...counts, ...spent].filter(({ by }) => by !== 0);
}

const addTo = (Key: Key, organizationId: string, additions: readonly Addition[]): Write => ({
  Update: {
    Key,
    UpdateExpression: `ADD ${additions.map((_, index) => `#a${index} :a${index}`).join(', ')} SET organizationId = :organization`,
    ExpressionAttributeNames: Object.fromEntries(additions.map(({ attribute }, index) => [`#a${index}`, attribute])),
    ExpressionAttributeValues: {
      ':organization': organizationId,
      ...Object.fromEntries(additions.map(({ by }, index) => [`:a${index}`, by])),
    },
  },
});

/** Several records are read, since the newest one may lack the event that says when it was placed. */
const newestRecords = 5;

/** Ids of orders begin with their time, so the last one has the highest. */
export async function findStatistics(organizationId: string, customerId: string): Promise<CustomerStatistics> {
  const pk = customerPartition(organizationId, customerId);
  const [counters, { items }] = await Promise.all([
    findCounters(organizationId, customerId),
    queryItems({ pk, skPrefix: orderPrefix, ascending: false, limit: newestRecords }),
  ]);
  const lastOrder = items.map((item) => recordCodec(item, pk)).find(({ placedAt }) => placedAt !== undefined);
  return { counters, lastOrder };
}

export async function findCounters(organizationId: string, customerId: string): Promise<Counters> {
  return countersFrom((await readItem(statisticsKey(organizationId, customerId))) ?? {});
}

function countersFrom(item: Item): Counters {
  const countOf = (attribute: string) => number(item[attribute] ?? 0, `${item.pk}/${attribute}`);
  const currencies = [...currencyDigits.keys()].filter((currency) => item[`${spentPrefix}${currency}`] !== undefined);
  return {
    ordersPlaced: countOf('ordersPlaced'),
    ordersDelivered: countOf('ordersDelivered'),
    ordersCancelled: countOf('ordersCancelled'),
    ordersUnderWay: countOf('ordersUnderWay'),
    loyaltyPoints: countOf('loyaltyPoints'),
    amountsSpent: Object.fromEntries(currencies.map((currency) => [currency, countOf(`${spentPrefix}${currency}`)])),
  };
}

/** Fails while an order is under way, so that an order which was counted meanwhile is noticed. */
export const noOrderUnderWay = (organizationId: string, customerId: string): Write => ({
  ConditionCheck: {
    Key: statisticsKey(organizationId, customerId),
    ConditionExpression: 'attribute_not_exists(ordersUnderWay) OR ordersUnderWay = :none',
    ExpressionAttributeValues: { ':none': 0 },
  },
});

const recordsPerPage = 200;
const maxRecordPages = 25;

/** The ids of up to `limit` orders that are under way, newest first. */
export async function findOrdersUnderWay(organizationId: string, customerId: string, limit: number): Promise<string[]> {
  const pk = customerPartition(organizationId, customerId);
  const found: string[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= maxRecordPages && found.length < limit; page++) {
    const { items, nextCursor } = await queryItems({
      pk,
      skPrefix: orderPrefix,
      ascending: false,
      limit: recordsPerPage,
      ...(cursor !== undefined && { cursor }),
    });
    const records = items.map((item) => recordCodec(item, pk));
    found.push(...records.filter((one) => countersOf(one).ordersUnderWay > 0).map(({ orderId }) => orderId));
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return found.slice(0, limit);
}
