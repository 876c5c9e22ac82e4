import { expect } from 'vitest';
import type { Address } from '../../generated/shared.ts';
import { eventually, type Patience } from '../../local/process/eventually.ts';
import type { Market, Person } from './market.ts';
import type { AnswerOf, Call, RestAnswer } from './rest.ts';
import { newIdempotencyKey, succeed } from './rest.ts';

export type Order = AnswerOf<'GET /orders/{orderId}'>;
export type AuditedEvent = AnswerOf<'GET /audit'>['events'][number];
export type Basket = { productId: string; quantity: number }[];
/** Cards of the simulated provider: each token says how its charges go. */
export type Card =
  | 'tok_ok'
  | 'tok_declined'
  | 'tok_fails_twice'
  | 'tok_always_fails'
  | 'tok_silent'
  | 'tok_twice'
  | 'tok_charged_twice'
  | 'tok_unavailable';

/** Where an order goes; without it, it is collected, since the buyers of these markets have no address. */
export type ShipTo = { address: Address } | { collect: true };

/** What somebody orders, as POST /orders takes it. */
export const orderBody = (lines: Basket, card: Card = 'tok_ok', shipTo?: ShipTo) => ({
  lines,
  paymentMethod: { token: card },
  ...(shipTo && { shipTo }),
});

/** One piece of each of the market's products. */
export const oneOfEach = ({ products }: Market): Basket => products.map(({ productId }) => ({ productId, quantity: 1 }));

export async function placeOrder(
  market: Market,
  {
    lines = oneOfEach(market),
    card,
    buyer = market.buyer,
    headers,
    shipTo,
  }: { lines?: Basket; card?: Card; buyer?: Person; shipTo?: ShipTo } & Pick<Call, 'headers'> = {},
): Promise<RestAnswer<AnswerOf<'POST /orders'>>> {
  return succeed('POST /orders', {
    token: buyer.token,
    headers: { ...newIdempotencyKey(), ...headers },
    body: orderBody(lines, card, shipTo),
  });
}

/** As the market's admin sees it. */
export async function readOrder({ admin }: Market, orderId: string): Promise<Order> {
  return (await succeed('GET /orders/{orderId}', { token: admin.token, params: { orderId } })).body;
}

/** Follows an order until it is neither pending nor cancelling. */
export function orderEnded(market: Market, orderId: string, patience?: Patience): Promise<Order> {
  return eventually(
    `the end of order ${orderId}`,
    async () => {
      const order = await readOrder(market, orderId);
      if (order.status === 'pending' || order.status === 'cancelling') throw new Error(`it is ${order.status}`);
      return order;
    },
    { withinMs: 60_000, ...patience },
  );
}

export async function readTimeline({ admin }: Market, orderId: string): Promise<AnswerOf<'GET /orders/{orderId}/timeline'>> {
  return (await succeed('GET /orders/{orderId}/timeline', { token: admin.token, params: { orderId } })).body;
}

/** Every event that the audit trail keeps of a request, page by page, the oldest first. */
export async function audited(
  { admin }: Market,
  by: { correlationId: string } | { aggregateId: string },
): Promise<AuditedEvent[]> {
  const events: AuditedEvent[] = [];
  const filter: Record<string, string> =
    'correlationId' in by ? { correlationId: by.correlationId } : { aggregateId: by.aggregateId };
  let cursor: string | undefined;
  do {
    const query = { ...filter, limit: 50, ...(cursor !== undefined && { cursor }) };
    const { body } = await succeed('GET /audit', { token: admin.token, query });
    events.push(...body.events);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return events;
}

/** Waits until the audit trail holds events of all these types under a correlation id. */
export function auditedTypes(market: Market, correlationId: string, types: readonly string[]): Promise<AuditedEvent[]> {
  return eventually(`${types.join(', ')} in the audit trail of ${correlationId}`, async () => {
    const events = await audited(market, { correlationId });
    const missing = types.filter((type) => !events.some(({ detailType }) => detailType === type));
    if (missing.length > 0) throw new Error(`${missing.join(', ')} missing`);
    return events;
  });
}

/** Every event of an order of one product that goes well: nothing less, and nothing twice. */
const wholeTrail = [
  'inventory.reserved',
  'inventory.updated',
  'notification.sent',
  'notification.sent',
  'notification.sent',
  'order.confirmed',
  'order.created',
  'payment.completed',
  'payment.initiated',
  'shipping.created',
];

/** Waits until the audit trail of a confirmed order of one product holds every event there was, each once. */
export async function expectWholeTrail(market: Market, { correlationId }: { correlationId: string }): Promise<AuditedEvent[]> {
  const sortedTypes = (events: readonly AuditedEvent[]) => events.map(({ detailType }) => detailType).sort();
  const events = await eventually(`the whole trail of ${correlationId}`, async () => {
    const found = await audited(market, { correlationId });
    if (found.length < wholeTrail.length) throw new Error(`only ${sortedTypes(found).join(', ')}`);
    return found;
  });
  expect(sortedTypes(events)).toEqual(wholeTrail);
  return events;
}
