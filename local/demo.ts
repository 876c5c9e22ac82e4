import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditEvent, AuditPage } from '../generated/rest/audit.ts';
import type { Stock } from '../generated/rest/inventory.ts';
import type { Order, OrderPlaced, OrderStatus, Timeline } from '../generated/rest/order.ts';
import type { Money } from '../generated/shared.ts';
import type { RestClient } from './rest-client.ts';
import { type DemoMarket, type DemoProduct, signIn } from './seed.ts';
import type { TimelineRow } from './timeline-table.ts';

type Basket = readonly { product: DemoProduct; quantity: number }[];

/** An order of the demo and how it has to end. */
export type DemoOrder = {
  title: string;
  /** A token of the simulated provider. */
  card: string;
  basket: Basket;
  endsAs: 'confirmed' | 'cancelled';
  /** Wire names, of which the last is the e-mail about its end. */
  events: readonly string[];
};

/** What became of an order. */
export type OrderStory = {
  title: string;
  orderId: string;
  correlationId: string;
  card: string;
  status: OrderStatus;
  total: Money;
  rows: TimelineRow[];
  stock: { product: string; before: Stock; after: Stock }[];
  /** What is not as it should be; empty when the order ended well. */
  complaints: string[];
};

const patienceMs = 60_000;

/** One order that goes through and one whose card is declined. */
export function demoOrders({ products }: DemoMarket): DemoOrder[] {
  const [oil, , , cheese, , , honey, , ham] = products;
  if (oil === undefined || cheese === undefined || honey === undefined || ham === undefined)
    throw new Error('the demo market has too few products');
  const [placed, reserved, initiated] = ['order.created', 'inventory.reserved', 'payment.initiated'];
  return [
    {
      title: 'An order that goes through',
      card: 'tok_ok',
      basket: [
        { product: oil, quantity: 2 },
        { product: cheese, quantity: 1 },
      ],
      endsAs: 'confirmed',
      events: [placed, reserved, initiated, 'payment.completed', 'order.confirmed', 'notification.sent'],
    },
    {
      title: 'An order whose card is declined',
      card: 'tok_declined',
      basket: [
        { product: ham, quantity: 3 },
        { product: honey, quantity: 1 },
      ],
      endsAs: 'cancelled',
      events: [placed, reserved, initiated, 'payment.failed', 'order.cancelled', 'inventory.released', 'notification.sent'],
    },
  ];
}

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
  const { timeline, events } = await untilToldWhole({ buyer, admin, orderId, expected: demo.events });
  const { status, cancelReason } = await buyer.get<Order>(`/orders/${orderId}`);
  const after = await stockNow();

  const rows = [
    ...timeline.entries.map(({ type, occurredOn, summary }) => ({ occurredOn, event: type, summary })),
    ...mailRows(events),
  ];
  const stock = demo.basket.flatMap(({ product }, index) => {
    const [first, last] = [before[index], after[index]];
    return first === undefined || last === undefined ? [] : [{ product: product.name, before: first, after: last }];
  });
  const complaints = [
    ...(status === demo.endsAs
      ? []
      : [`it should be ${demo.endsAs}, but is ${status}${cancelReason === undefined ? '' : ` (${cancelReason})`}`]),
    ...missing(demo.events, rows).map((event) => `${event} did not come within ${patienceMs / 1000} s`),
    ...stockComplaints(demo, stock),
  ];
  const { title, card } = demo;
  return { title, orderId, correlationId: timeline.correlationId, card, status, total: totalAmount, rows, stock, complaints };
}

type Following = { buyer: RestClient; admin: RestClient; orderId: string; expected: readonly string[] };

/** The timeline is the order's; the e-mails are found in the audit trail under the correlation id of the request. */
async function untilToldWhole({
  buyer,
  admin,
  orderId,
  expected,
}: Following): Promise<{ timeline: Timeline; events: readonly AuditEvent[] }> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const timeline = await buyer.get<Timeline>(`/orders/${orderId}/timeline`);
    const told = timeline.entries.map(({ type, eventId }) => ({ event: type, eventId }));
    const untold = expected.filter((event) => event !== 'notification.sent' && !told.some((entry) => entry.event === event));
    const ended = told.findLast(({ event }) => event === 'order.confirmed' || event === 'order.cancelled');
    if (untold.length > 0 && Date.now() < deadline) {
      await sleep(100);
      continue;
    }
    const { events } = await admin.get<AuditPage>(`/audit?correlationId=${timeline.correlationId}&limit=50`);
    const mailed = mails(events).some(({ metadata }) => metadata.causationId === ended?.eventId);
    if (mailed || Date.now() >= deadline) return { timeline, events };
    await sleep(100);
  }
}

const mails = (events: readonly AuditEvent[]) => events.filter(({ detailType }) => detailType === 'notification.sent');

function mailRows(events: readonly AuditEvent[]): TimelineRow[] {
  return mails(events).map(({ occurredOn, eventData }) => {
    const { subject, status } = 'subject' in eventData ? eventData : { subject: '', status: '' };
    return { occurredOn, event: 'notification.sent', summary: `E-mail "${subject}" ${status}` };
  });
}

/** The events that did not happen. */
export function missing(expected: readonly string[], rows: readonly TimelineRow[]): string[] {
  return expected.filter((event) => !rows.some((row) => row.event === event));
}

/** A confirmed order holds its pieces; a cancelled one gave them back. */
export function stockComplaints({ basket, endsAs }: DemoOrder, stock: OrderStory['stock']): string[] {
  return stock.flatMap(({ product, before, after }, index) => {
    const taken = endsAs === 'confirmed' ? (basket[index]?.quantity ?? 0) : 0;
    const available = before.available - taken;
    const reserved = before.reserved + taken;
    if (after.available === available && after.reserved === reserved) return [];
    return [`${product}: ${after.available} available and ${after.reserved} reserved, not ${available} and ${reserved}`];
  });
}
