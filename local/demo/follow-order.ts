import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditPage, Order, OrderPlaced, Stock, Timeline } from '../../generated/rest/types.ts';
import type { Money } from '../../generated/shared.ts';
import { complaints, type DemoOrder, type OrderState, type StockChange, untold } from './demo-orders.ts';
import type { RestClient } from './rest-client.ts';
import { type DemoMarket, signIn } from './seed.ts';
import type { TimelineRow } from './timeline-table.ts';

/** What became of an order of the demo. */
export type OrderStory = OrderState & {
  title: string;
  orderId: string;
  correlationId: string;
  card: string;
  total: Money;
  /** What is not as it should be. */
  complaints: string[];
};

const patienceMs = 60_000;
const everyMs = 150;

/** Places an order as the buyer and follows it until everything that has to happen has happened, or for a minute. */
export async function followOrder(restUrl: string, { organizationId, users }: DemoMarket, demo: DemoOrder): Promise<OrderStory> {
  const [buyer, admin] = await Promise.all([
    signIn(restUrl, organizationId, users.buyer),
    signIn(restUrl, organizationId, users.admin),
  ]);
  const stockNow = () => Promise.all(demo.basket.map(({ product }) => buyer.get<Stock>(`/inventory/${product.productId}`)));

  const before = await stockNow();
  const lines = demo.basket.map(({ product, quantity }) => ({ productId: product.productId, quantity }));
  const { orderId, totalAmount } = await buyer.post<OrderPlaced>('/orders', { lines, paymentMethod: { token: demo.card } });
  const { correlationId } = await buyer.get<Timeline>(`/orders/${orderId}/timeline`);
  const deadline = Date.now() + patienceMs;
  let rows = await toldOf(orderId, correlationId, buyer, admin);
  while (untold(demo, rows).length > 0 && Date.now() < deadline) {
    await sleep(everyMs);
    rows = await toldOf(orderId, correlationId, buyer, admin);
  }
  const { status } = await buyer.get<Order>(`/orders/${orderId}`);
  const after = await stockNow();

  const stock = demo.basket.flatMap(({ product, quantity }, index): StockChange[] => {
    const [first, last] = [before[index], after[index]];
    return first === undefined || last === undefined ? [] : [{ product: product.name, quantity, before: first, after: last }];
  });
  const state = { status, rows, stock };
  const { title, card } = demo;
  return { ...state, title, card, orderId, correlationId, total: totalAmount, complaints: complaints(demo, state) };
}

/** The timeline is the order's own; the e-mails are in the audit trail, under the correlation id of the request. */
async function toldOf(orderId: string, correlationId: string, buyer: RestClient, admin: RestClient): Promise<TimelineRow[]> {
  const [{ entries }, { events }] = await Promise.all([
    buyer.get<Timeline>(`/orders/${orderId}/timeline`),
    admin.get<AuditPage>(`/audit?correlationId=${correlationId}&limit=50`),
  ]);
  const mails = events.filter(({ detailType }) => detailType === 'notification.sent');
  return [
    ...entries.map(({ type, eventId, occurredOn, summary }) => ({ event: type, eventId, occurredOn, summary })),
    ...mails.map(({ eventId, occurredOn, eventData, metadata: { causationId } }) => {
      const { subject, status } = 'subject' in eventData ? eventData : { subject: '', status: '' };
      return { event: 'notification.sent', eventId, occurredOn, causationId, summary: `E-mail "${subject}" ${status}` };
    }),
  ];
}
