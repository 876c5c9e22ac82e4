import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, type LonjaClient } from '../../client/lonja-client.ts';
import type { Money } from '../../generated/shared.ts';
import { complaints, type DemoOrder, missingFrom, type OrderState, type StockChange } from './demo-orders.ts';
import { type DemoMarket, signIn } from './seed.ts';
import type { TimelineRow } from './timeline-table.ts';

/** How an order of the demo went. */
export type OrderStory = OrderState & {
  title: string;
  orderId: string;
  correlationId: string;
  card: string;
  total: Money;
  /** What is wrong with it, in words. */
  complaints: string[];
};

const followForMs = 60_000;
const pollMs = 150;

/** Places an order as the buyer and follows it until everything that should happen has happened, for a minute at the most. */
export async function followOrder(restUrl: string, { organizationId, users }: DemoMarket, demo: DemoOrder): Promise<OrderStory> {
  const [buyer, admin] = await Promise.all([
    signIn(restUrl, organizationId, users.buyer),
    signIn(restUrl, organizationId, users.admin),
  ]);
  const stockNow = () =>
    Promise.all(
      demo.basket.map(({ product: { productId } }) =>
        bodyOf(buyer.GET('/inventory/{productId}', { params: { path: { productId } } })),
      ),
    );

  const before = await stockNow();
  const lines = demo.basket.map(({ product, quantity }) => ({ productId: product.productId, quantity }));
  const { orderId, totalAmount } = await bodyOf(buyer.POST('/orders', { body: { lines, paymentMethod: { token: demo.card } } }));
  const params = { path: { orderId } };
  const { correlationId } = await bodyOf(buyer.GET('/orders/{orderId}/timeline', { params }));
  const deadline = Date.now() + followForMs;
  let rows = await timelineRows(orderId, correlationId, buyer, admin);
  while (missingFrom(demo, rows).length > 0 && Date.now() < deadline) {
    await sleep(pollMs);
    rows = await timelineRows(orderId, correlationId, buyer, admin);
  }
  const { status } = await bodyOf(buyer.GET('/orders/{orderId}', { params }));
  const after = await stockNow();

  const stock = demo.basket.flatMap(({ product, quantity }, index): StockChange[] => {
    const [first, last] = [before[index], after[index]];
    return first === undefined || last === undefined ? [] : [{ product: product.name, quantity, before: first, after: last }];
  });
  const state = { status, rows, stock };
  const { title, card } = demo;
  return { ...state, title, card, orderId, correlationId, total: totalAmount, complaints: complaints(demo, state) };
}

/** Events of the order come from its timeline, emails from the audit trail, under the request's correlation id. */
async function timelineRows(
  orderId: string,
  correlationId: string,
  buyer: LonjaClient,
  admin: LonjaClient,
): Promise<TimelineRow[]> {
  const [{ entries }, { events }] = await Promise.all([
    bodyOf(buyer.GET('/orders/{orderId}/timeline', { params: { path: { orderId } } })),
    bodyOf(admin.GET('/audit', { params: { query: { correlationId, limit: 50 } } })),
  ]);
  const emails = events.filter(({ detailType }) => detailType === 'notification.sent');
  return [
    ...entries.map(({ type, eventId, occurredOn, summary }) => ({ event: type, eventId, occurredOn, summary })),
    ...emails.map(({ eventId, occurredOn, eventData, metadata: { causationId } }) => {
      const { subject, status } = 'subject' in eventData ? eventData : { subject: '', status: '' };
      return { event: 'notification.sent', eventId, occurredOn, causationId, summary: `E-mail "${subject}" ${status}` };
    }),
  ];
}
