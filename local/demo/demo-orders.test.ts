import { describe, expect, it } from 'vitest';
import { complaints, type DemoOrder, missingFrom, type OrderState } from './demo-orders.ts';

const product = { productId: 'p', localId: 'l', name: 'Queso', price: { amountMinor: 1380, currency: 'EUR' }, initialStock: 35 };
const delivered: DemoOrder = {
  title: 'is delivered',
  card: 'tok_ok',
  basket: [{ product, quantity: 2 }],
  endsAs: 'delivered',
  events: ['order.created', 'order.delivered'],
};
const row = (event: string) => ({ event, eventId: `id of ${event}`, occurredOn: '2026-11-22T10:00:00.000Z', summary: '' });
const notice = (channel: 'email' | 'sms', event: string) => ({ channel, causationId: `id of ${event}` });
const stock = (available: number, reserved: number, shipped: number) => ({
  productId: 'p',
  available,
  reserved,
  shipped,
  version: 1,
});
const sold = { product: 'Queso', quantity: 2, before: stock(35, 1, 4), after: stock(33, 1, 6) };
const good: OrderState = {
  status: 'delivered',
  rows: [row('order.created'), row('order.delivered')],
  notices: [notice('email', 'order.delivered'), notice('sms', 'order.delivered')],
  stock: [sold],
};

describe('missingFrom', () => {
  it('expects every event', () => {
    expect(missingFrom(delivered, good)).toEqual([]);
    expect(missingFrom(delivered, { rows: [row('order.created')], notices: [] })).toEqual(['order.delivered']);
  });

  it('expects the messages about the end rather than about another event', () => {
    const notices = [notice('email', 'order.delivered'), notice('sms', 'order.created')];
    expect(missingFrom(delivered, { ...good, notices })).toEqual(['the sms about order.delivered']);
  });
});

describe('complaints', () => {
  it('is empty for an order that ended well', () => {
    expect(complaints(delivered, good)).toEqual([]);
  });

  it('names a wrong end and stock that has not left', () => {
    expect(complaints(delivered, { ...good, status: 'shipped', stock: [{ ...sold, after: stock(33, 3, 4) }] })).toEqual([
      'the order should be delivered, but is shipped',
      'Queso: 33 available, 3 reserved, 4 shipped, not 33 available, 1 reserved, 6 shipped',
    ]);
  });

  it('expects the stock of a cancelled order to be back', () => {
    const cancelled: DemoOrder = { ...delivered, endsAs: 'cancelled', events: [] };
    const state: OrderState = { ...good, status: 'cancelled', rows: [], stock: [{ ...sold, after: stock(35, 1, 4) }] };
    expect(complaints(cancelled, state)).toEqual([]);
    expect(complaints(cancelled, { ...state, stock: [sold] })).toHaveLength(1);
  });
});
