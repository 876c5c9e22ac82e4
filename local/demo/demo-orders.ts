import type { OrderStatus, Stock } from '../../generated/rest/types.ts';
import type { DemoMarket, DemoProduct } from './seed.ts';
import type { TimelineRow } from './timeline-table.ts';

/** An order of the demo, and how it should end. */
export type DemoOrder = {
  title: string;
  /** A token of the simulated provider. */
  card: string;
  basket: readonly { product: DemoProduct; quantity: number }[];
  endsAs: 'confirmed' | 'cancelled';
  /** Wire names of the events that should occur; the customer gets an email about `end`. */
  events: readonly string[];
  end: 'order.confirmed' | 'order.cancelled';
};

/** What the API says about an order at the moment. */
export type OrderState = { status: OrderStatus; rows: readonly TimelineRow[]; stock: readonly StockChange[] };
export type StockChange = { product: string; quantity: number; before: Stock; after: Stock };

/** One order that succeeds and one whose card is declined. */
export function demoOrders({ products }: DemoMarket): DemoOrder[] {
  const product = (part: string) => {
    const found = products.find(({ name }) => name.startsWith(part));
    if (found === undefined) throw new Error(`the demo market sells no ${part}`);
    return found;
  };
  const begin = ['order.created', 'inventory.reserved', 'payment.initiated'];
  return [
    {
      title: 'An order that goes through',
      card: 'tok_ok',
      basket: [
        { product: product('Aceite picual, cosecha temprana'), quantity: 2 },
        { product: product('Queso de cabra curado'), quantity: 1 },
      ],
      endsAs: 'confirmed',
      events: [...begin, 'payment.completed', 'order.confirmed'],
      end: 'order.confirmed',
    },
    {
      title: 'An order whose card is declined',
      card: 'tok_declined',
      basket: [
        { product: product('Jamón ibérico de bellota'), quantity: 3 },
        { product: product('Miel de romero'), quantity: 1 },
      ],
      endsAs: 'cancelled',
      events: [...begin, 'payment.failed', 'order.cancelled', 'inventory.released'],
      end: 'order.cancelled',
    },
  ];
}

/** What has not happened yet, but should. */
export function missingFrom({ events, end }: DemoOrder, rows: readonly TimelineRow[]): string[] {
  const missing = events.filter((event) => !rows.some((row) => row.event === event));
  const ended = rows.find(({ event }) => event === end);
  const mailed = rows.some(({ event, causationId }) => event === 'notification.sent' && causationId === ended?.eventId);
  return ended === undefined || mailed ? missing : [...missing, `the email about ${end}`];
}

/** What is wrong with the order's end, in words. The stock of a confirmed order is reserved, that of a cancelled order is released. */
export function complaints(demo: DemoOrder, { status, rows, stock }: OrderState): string[] {
  const wrongEnd = status === demo.endsAs ? [] : [`the order should be ${demo.endsAs}, but is ${status}`];
  const wrongStock = stock.flatMap(({ product, quantity, before, after }) => {
    const taken = demo.endsAs === 'confirmed' ? quantity : 0;
    const available = before.available - taken;
    const reserved = before.reserved + taken;
    if (after.available === available && after.reserved === reserved) return [];
    return [`${product}: ${after.available} available and ${after.reserved} reserved, not ${available} and ${reserved}`];
  });
  return [...wrongEnd, ...missingFrom(demo, rows).map((what) => `missing: ${what}`), ...wrongStock];
}
