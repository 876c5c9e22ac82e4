import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, type LonjaClient } from '../../client/lonja-client.ts';
import type { AuditEvent, Stock } from '../../generated/rest/types.ts';
import type { Money } from '../../generated/shared.ts';
import type { SystemAddresses } from './addresses.ts';
import { buyerContact } from './demo-market.ts';
import { complaints, type DemoOrder, type Notice, type OrderState, type StockChange } from './demo-orders.ts';
import { handOver } from './handover.ts';
import { type DemoMarket, type DemoUser, signIn } from './seed.ts';
import { type SentMessages, sentMessages } from './sent-messages.ts';

/** How an order of the demo went. */
export type OrderStory = OrderState & {
  title: string;
  orderId: string;
  correlationId: string;
  card: string;
  total: Money;
  buyer: string;
  messages: SentMessages;
  /** What is wrong with it, in words. */
  complaints: string[];
};

const followForMs = 60_000;
const pollMs = 150;

/**
 * Places an order as the buyer, hands its parcels over as the producer, and follows it until everything that should happen has happened,
 * for a minute at the most.
 */
export async function followOrder(
  { restUrl, awsEndpoint }: Pick<SystemAddresses, 'restUrl' | 'awsEndpoint'>,
  { organizationId, users }: DemoMarket,
  demo: DemoOrder,
): Promise<OrderStory> {
  const as = (user: DemoUser) => signIn(restUrl, organizationId, user);
  const [buyer, producer, admin] = await Promise.all([as(users.buyer), as(users.producer), as(users.admin)]);
  const before = await stockOf(demo, buyer);
  const lines = demo.basket.map(({ product, quantity }) => ({ productId: product.productId, quantity }));
  const { orderId, totalAmount } = await bodyOf(buyer.POST('/orders', { body: { lines, paymentMethod: { token: demo.card } } }));
  const deadline = Date.now() + followForMs;
  const readNow = () => readState(demo, orderId, before, { buyer, admin });
  let isHandedOver = false;
  let { state, correlationId } = await readNow();
  while (complaints(demo, state).length > 0 && Date.now() < deadline) {
    await sleep(pollMs);
    // Published once the carrier has accepted every parcel.
    if (!isHandedOver && state.rows.some(({ event }) => event === 'shipping.created')) {
      await handOver(producer, orderId);
      isHandedOver = true;
    }
    ({ state, correlationId } = await readNow());
  }
  const { title, card } = demo;
  const { email, name } = users.buyer;
  const messages = await sentMessages(awsEndpoint, { email, phone: buyerContact.phone, orderId });
  const wrong = complaints(demo, state);
  return { ...state, title, card, orderId, correlationId, total: totalAmount, buyer: name, messages, complaints: wrong };
}

const stockOf = ({ basket }: DemoOrder, buyer: LonjaClient): Promise<Stock[]> =>
  Promise.all(
    basket.map(({ product: { productId } }) => bodyOf(buyer.GET('/inventory/{productId}', { params: { path: { productId } } }))),
  );

/** Events of the order come from its timeline, messages from the audit trail, under the correlation id of the request. */
async function readState(
  demo: DemoOrder,
  orderId: string,
  before: readonly Stock[],
  { buyer, admin }: { buyer: LonjaClient; admin: LonjaClient },
): Promise<{ state: OrderState; correlationId: string }> {
  const params = { path: { orderId } };
  const { status, correlationId, entries } = await bodyOf(buyer.GET('/orders/{orderId}/timeline', { params }));
  const [audit, after] = await Promise.all([
    bodyOf(admin.GET('/audit', { params: { query: { correlationId, limit: 50 } } })),
    stockOf(demo, buyer),
  ]);
  const stock = demo.basket.flatMap(({ product, quantity }, index): StockChange[] => {
    const [first, last] = [before[index], after[index]];
    return first === undefined || last === undefined ? [] : [{ product: product.name, quantity, before: first, after: last }];
  });
  const rows = entries.map(({ type, eventId, occurredOn, summary }) => ({ event: type, eventId, occurredOn, summary }));
  return { state: { status, rows, notices: audit.events.flatMap(noticeIn), stock }, correlationId };
}

function noticeIn({ detailType, eventData, metadata: { causationId } }: AuditEvent): Notice[] {
  if (detailType !== 'notification.sent' || eventData.status !== 'sent') return [];
  return [{ channel: String(eventData.type), causationId }];
}
