import { describe, expect, it } from 'vitest';
import { complaints, type DemoOrder, missingFrom } from './demo-orders.ts';

const product = { productId: 'p', localId: 'l', name: 'Queso', price: { amountMinor: 1380, currency: 'EUR' }, initialStock: 35 };
const confirmed: DemoOrder = {
  title: 'goes through',
  card: 'tok_ok',
  basket: [{ product, quantity: 2 }],
  endsAs: 'confirmed',
  events: ['order.created', 'order.confirmed'],
  end: 'order.confirmed',
};
const row = (event: string, causationId?: string) => ({
  event,
  eventId: `id of ${event}`,
  occurredOn: '2026-11-22T10:00:00.000Z',
  summary: '',
  ...(causationId !== undefined && { causationId }),
});
const stock = (available: number, reserved: number) => ({ productId: 'p', available, reserved, shipped: 0, version: 1 });
const whole = [row('order.created'), row('order.confirmed'), row('notification.sent', 'id of order.confirmed')];
const sold = { product: 'Queso', quantity: 2, before: stock(35, 0), after: stock(33, 2) };

describe('missingFrom', () => {
  it('expects every event, and the email about the end rather than about another event', () => {
    expect(missingFrom(confirmed, whole)).toEqual([]);
    expect(missingFrom(confirmed, [row('order.created')])).toEqual(['order.confirmed']);
    const otherMail = row('notification.sent', 'id of order.created');
    expect(missingFrom(confirmed, [row('order.created'), row('order.confirmed'), otherMail])).toEqual([
      'the email about order.confirmed',
    ]);
  });
});

describe('complaints', () => {
  it('is empty for an order that ended well', () => {
    expect(complaints(confirmed, { status: 'confirmed', rows: whole, stock: [sold] })).toEqual([]);
  });

  it('names a wrong end and wrong stock', () => {
    expect(complaints(confirmed, { status: 'pending', rows: whole, stock: [{ ...sold, after: stock(35, 0) }] })).toEqual([
      'the order should be confirmed, but is pending',
      'Queso: 35 available and 0 reserved, not 33 and 2',
    ]);
  });

  it('expects the stock of a cancelled order to be released', () => {
    const cancelled: DemoOrder = { ...confirmed, endsAs: 'cancelled', events: [], end: 'order.cancelled' };
    const state = { status: 'cancelled' as const, rows: [], stock: [{ ...sold, after: stock(35, 0) }] };
    expect(complaints(cancelled, state)).toEqual([]);
    expect(complaints(cancelled, { ...state, stock: [sold] })).toHaveLength(1);
  });
});
