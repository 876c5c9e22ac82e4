import { describe, expect, it } from 'vitest';
import { emailText, orderCancelled, orderReceived, paymentFailed, stockLow } from './message.ts';

const order = { orderId: 'order-1', customerId: 'user-1', totalAmount: { amountMinor: 2750, currency: 'EUR' } };

describe('a message', () => {
  it('lists what was ordered', () => {
    const line = {
      productId: 'product-1',
      localId: 'local-1',
      name: 'Goat cheese',
      quantity: 2,
      unitPrice: { amountMinor: 450, currency: 'EUR' },
    };
    const placed = { items: [line], paymentMethod: { token: 'tok_ok' }, placedAt: 'now', deadline: 'later' };
    const message = orderReceived({ ...order, ...placed });
    expect(message).toMatchObject({ subject: 'We received your order of €27.50', aboutId: 'order-1' });
    expect(message.text).toContain('2 × Goat cheese, €4.50 each');
  });

  it('says why an order is cancelled', () => {
    expect(orderCancelled({ ...order, reason: 'out-of-stock', cancelledAt: 'now' }).text).toContain('(out-of-stock)');
  });

  it('asks for another card only when no further attempt follows', () => {
    const failed = {
      paymentId: 'payment-1',
      orderId: 'order-1',
      customerId: 'user-1',
      attempt: 1,
      reason: 'declined',
      amount: order.totalAmount,
    };
    expect(paymentFailed({ ...failed, retryable: false }).text).toContain('another card');
    expect(paymentFailed({ ...failed, retryable: true }).text).not.toContain('another card');
  });

  it('distinguishes low from sold out', () => {
    const low = {
      productId: 'product-1',
      productName: 'Goat cheese',
      currentStock: 4,
      threshold: 5,
      urgencyLevel: 'medium' as const,
    };
    expect(stockLow(low).subject).toBe('Running low: Goat cheese');
    expect(stockLow({ ...low, currentStock: 0, urgencyLevel: 'critical' }).subject).toBe('Sold out: Goat cheese');
  });

  it('cuts a long name between characters, never within one', () => {
    const productName = `a${'🧀'.repeat(250)}`;
    const { subject } = stockLow({
      productId: 'product-1',
      productName,
      currentStock: 4,
      threshold: 5,
      urgencyLevel: 'medium' as const,
    });
    expect(subject).toBe(`Running low: a${'🧀'.repeat(199)}`);
  });

  it('keeps a name of 151 characters whole, although it takes 301 code units', () => {
    const name = `a${'🧀'.repeat(150)}`;
    const line = { productId: 'product-1', localId: 'local-1', name, quantity: 1, unitPrice: order.totalAmount };
    const placed = { items: [line], paymentMethod: { token: 'tok_ok' }, placedAt: 'now', deadline: 'later' };
    expect(orderReceived({ ...order, ...placed }).text).toContain(`1 × ${name},`);
  });

  it('keeps other people’s names on one line', () => {
    const low = {
      productId: 'product-1',
      productName: 'Cheese\r\nBcc: all@example.org',
      currentStock: 4,
      threshold: 5,
      urgencyLevel: 'medium' as const,
    };
    expect(stockLow(low).subject).toBe('Running low: Cheese Bcc: all@example.org');
  });
});

describe('emailText', () => {
  it('names the reader, what it is about and the reference that support asks for', () => {
    const text = emailText(
      'Nerea',
      { subject: 'Your order is confirmed', text: 'All is well.', aboutId: 'order-1' },
      'correlation-1',
    );
    expect(text).toMatch(/^Hello Nerea,\n\nAll is well\.\n/);
    expect(text).toContain('About order-1. Reference correlation-1.');
  });
});
