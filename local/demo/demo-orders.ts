import type { OrderStatus, Stock } from '../../generated/rest/types.ts';
import type { DemoMarket, DemoProduct } from './seed.ts';
import type { TimelineRow } from './timeline-table.ts';

/** An order of the demo, and how it should end. */
export type DemoOrder = {
  title: string;
  /** A token of the simulated provider. */
  card: string;
  basket: readonly { product: DemoProduct; quantity: number }[];
  endsAs: 'delivered' | 'cancelled';
  /** Wire names of the events that should occur. */
  events: readonly string[];
};

/** What the API says about an order at the moment. */
export type OrderState = {
  status: OrderStatus;
  rows: readonly TimelineRow[];
  notices: readonly Notice[];
  stock: readonly StockChange[];
};
/** A message to the buyer was sent, because of the event `causationId`. */
export type Notice = { channel: string; causationId: string };
export type StockChange = { product: string; quantity: number; before: Stock; after: Stock };

/** The buyer of the demo market agreed to both. */
const channels = ['email', 'sms'];

/** One order that is delivered and one whose card is declined. */
export function demoOrders({ products }: DemoMarket): DemoOrder[] {
  const product = (part: string) => {
    const found = products.find(({ name }) => name.startsWith(part));
    if (found === undefined) throw new Error(`the demo market sells no ${part}`);
    return found;
  };
  const begin = ['order.created', 'inventory.reserved', 'payment.initiated'];
  return [
    {
      title: 'An order that is delivered',
      card: 'tok_ok',
      basket: [
        { product: product('Aceite picual, cosecha temprana'), quantity: 2 },
        { product: product('Queso de cabra curado'), quantity: 1 },
      ],
      endsAs: 'delivered',
      events: [...begin, 'payment.completed', 'order.confirmed', 'order.shipped', 'order.delivered'],
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
    },
  ];
}

/** What has not happened yet, but should, in words. The buyer gets a message about the order's end on each channel. */
export function missingFrom({ events, endsAs }: DemoOrder, { rows, notices }: Pick<OrderState, 'rows' | 'notices'>): string[] {
  const missing = events.filter((event) => !rows.some((row) => row.event === event));
  const end = rows.find(({ event }) => event === `order.${endsAs}`);
  if (end === undefined) return missing;
  const silent = channels.filter((channel) => !notices.some((notice) => isAbout(notice, end) && notice.channel === channel));
  return [...missing, ...silent.map((channel) => `the ${channel} about ${end.event}`)];
}

const isAbout = ({ causationId }: Notice, { eventId }: TimelineRow) => causationId === eventId;

/** Products whose stock is not what it should be, in words: that of a delivered order has left, that of a cancelled order is back. */
function wrongStock({ endsAs }: DemoOrder, stock: readonly StockChange[]): string[] {
  return stock.flatMap(({ product, quantity, before, after }) => {
    const sold = endsAs === 'delivered' ? quantity : 0;
    const expected = { ...before, available: before.available - sold, shipped: before.shipped + sold };
    return amounts(after) === amounts(expected) ? [] : [`${product}: ${amounts(after)}, not ${amounts(expected)}`];
  });
}

const amounts = ({ available, reserved, shipped }: Stock) => `${available} available, ${reserved} reserved, ${shipped} shipped`;

/** What is wrong with the order's end, in words. */
export function complaints(demo: DemoOrder, state: OrderState): string[] {
  const wrongEnd = state.status === demo.endsAs ? [] : [`the order should be ${demo.endsAs}, but is ${state.status}`];
  const missing = missingFrom(demo, state).map((what) => `missing: ${what}`);
  return [...wrongEnd, ...missing, ...wrongStock(demo, state.stock)];
}
