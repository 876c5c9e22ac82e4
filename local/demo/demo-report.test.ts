import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { storyLines } from './demo-report.ts';
import type { OrderStory } from './follow-order.ts';

const stock = (available: number, shipped: number) => ({ productId: 'p', available, reserved: 0, shipped, version: 1 });
const story: OrderStory = {
  title: 'An order that is delivered',
  orderId: 'o-1',
  correlationId: 'c-1',
  card: 'tok_ok',
  total: { amountMinor: 3960, currency: 'EUR' },
  buyer: 'Lucía Moreno',
  status: 'delivered',
  rows: [{ event: 'order.created', eventId: 'e-1', occurredOn: '2026-11-22T10:00:00.000Z', summary: 'Order placed' }],
  notices: [],
  stock: [{ product: 'Queso', quantity: 2, before: stock(35, 0), after: stock(33, 2) }],
  messages: {
    subjects: ['Tu pedido ha llegado'],
    texts: ['Tu pedido ha llegado. https://shop.example/orders/o-1'],
  },
  complaints: [],
};
const shown = (changed: Partial<OrderStory> = {}) => storyLines({ ...story, ...changed }).map(stripVTControlCharacters);

describe('storyLines', () => {
  it('shows what happened, what the buyer was sent and where the stock went', () => {
    expect(shown()).toEqual([
      'An order that is delivered',
      '  order o-1, €39.60, card tok_ok',
      '  correlation id c-1',
      '',
      '  since order  hop  event          what happened',
      '     +0.000 s       order.created  Order placed',
      '',
      '  what Lucía Moreno was sent, without the links',
      '  e-mail  Tu pedido ha llegado',
      '  SMS     Tu pedido ha llegado.',
      '',
      '  Queso: 35 → 33 available, 0 → 0 reserved, 0 → 2 shipped',
      '  ✔ delivered',
    ]);
  });

  it('ends with what is wrong', () => {
    expect(shown({ status: 'shipped', complaints: ['missing: order.delivered'] }).slice(-2)).toEqual([
      '  ✘ shipped',
      '    missing: order.delivered',
    ]);
  });
});
