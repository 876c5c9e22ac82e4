import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../generated/shared.ts';
import { formatsOf } from '../formats.ts';
import { renderEmail } from '../rendering/email.ts';
import { renderPush } from '../rendering/push.ts';
import { maxSegments, renderSms, segmentsOf } from '../rendering/sms.ts';
import { verifyAddress, welcome } from './account-messages.ts';
import type { Message } from './message.ts';
import { orderCancelled, orderConfirmed, orderDelivered, orderReceived, orderShipped } from './order-messages.ts';
import { parcelLost, parcelOutForDelivery, parcelReturned } from './parcel-messages.ts';
import { paymentCompleted, paymentFailed, paymentRefunded } from './payment-messages.ts';
import { stockLow } from './stock-messages.ts';

const at = '2026-11-22T10:00:00.000Z';
const totalAmount = { amountMinor: 999_999_999_999, currency: 'IQD' };
const order = { orderId: '0193a000-0000-7000-8000-00000000000a', customerId: 'customer-1', totalAmount };
/** As long as the contract allows, and of characters that take two UTF-16 units. */
const longestName = `á${'🧀'.repeat(199)}`;
const line = { productId: 'p', localId: 'l', name: longestName, quantity: 50_000, unitPrice: totalAmount };
const lines = Array.from({ length: 50 }, () => line);
const longestReason = `á${'🧀'.repeat(499)}`;
const trackingNumber = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-XYZ';
const parcel = { orderId: order.orderId, carrier: `á${'🧀'.repeat(59)}`, trackingNumber };
const payment = { paymentId: 'p', orderId: order.orderId, customerId: 'c', attempt: 1, amount: totalAmount };
const shipTo = { recipient: 'Nerea', street: 'Calle 1', city: 'Jaén', country: 'ES' };
const url = `https://${'x'.repeat(32)}/orders/${order.orderId}`;

const messages: Record<string, Message> = {
  received: orderReceived({ ...order, items: lines, paymentMethod: { token: 't' }, placedAt: at, deadline: at }),
  confirmed: orderConfirmed({ ...order, paymentId: 'p', lines, confirmedAt: at, shipTo }),
  'confirmed, collected': orderConfirmed({ ...order, paymentId: 'p', lines, confirmedAt: at }),
  shipped: orderShipped({ ...order, method: 'delivery', carrier: parcel.carrier, trackingNumber, shippedAt: at }),
  delivered: orderDelivered({ ...order, method: 'delivery', deliveredAt: at }),
  'delivered, collected': orderDelivered({ ...order, method: 'collection', deliveredAt: at }),
  cancelled: orderCancelled({ ...order, reason: longestReason, cancelledAt: at }),
  'out for delivery': parcelOutForDelivery(parcel),
  returned: parcelReturned(parcel),
  lost: parcelLost(parcel),
  paid: paymentCompleted({ ...payment, transactionId: 't' }),
  'not paid': paymentFailed({ ...payment, reason: longestReason, retryable: true }),
  refunded: paymentRefunded(payment),
  welcome: welcome({ customerId: 'c' }),
  verify: verifyAddress({ userId: 'u', secret: 'secret-1', expiresAt: at }),
  low: stockLow({ productId: 'p', productName: longestName, currentStock: 4, threshold: 5, urgencyLevel: 'medium' }),
};
const each = Object.entries(messages).flatMap(([name, message]) =>
  (['es', 'en'] as const).map((language) => ({ name, language, message })),
);
const wordingOf = (message: Message, language: Language) => message.words[language](formatsOf(language));
const everyText = (message: Message, language: Language) => {
  const wording = wordingOf(message, language);
  const { subject, text, html } = renderEmail(wording, { language, name: 'Ana', url, aboutId: 'a', reference: 'r' });
  const { title, body } = renderPush(wording, url);
  return [subject, text, html, title, body, renderSms(wording.short ?? { before: wording.subject }, url)];
};

describe.each(each)('the message “$name” in $language', ({ message, language }) => {
  it('fits its limits with the longest names: SMS segments, subject, push record', () => {
    const wording = wordingOf(message, language);
    const sms = wording.short && renderSms(wording.short, url);
    if (sms !== undefined) {
      expect(segmentsOf(sms).segments).toBeLessThanOrEqual(maxSegments);
      expect(sms.endsWith(url)).toBe(true);
    }
    for (const text of everyText(message, language)) expect(text.isWellFormed()).toBe(true);
    expect(Array.from(everyText(message, language)[0] ?? '').length).toBeLessThanOrEqual(300);
    expect(Buffer.byteLength(JSON.stringify(renderPush(wording, url)))).toBeLessThan(3900);
  });
});

describe('a message about a parcel', () => {
  it.each(['shipped', 'out for delivery', 'returned', 'lost'])('keeps the tracking number whole in an SMS: %s', (name) => {
    for (const language of ['es', 'en'] as const) {
      const message = messages[name];
      const short = message && wordingOf(message, language).short;
      expect(short && renderSms(short, url)).toContain(trackingNumber);
    }
  });
});

describe('a message about an order that is collected', () => {
  it.each(['confirmed, collected', 'delivered, collected'])('speaks of no carrier, tracking or address: %s', (name) => {
    const message = messages[name];
    if (message === undefined) throw new Error('there is such a message');
    const texts = (['es', 'en'] as const).flatMap((language) => everyText(message, language));
    for (const text of texts)
      expect(text).not.toMatch(
        /carrier|tracking|address|shipped|on its way|transportista|seguimiento|dirección|en camino|salga/i,
      );
  });
});

describe('a message with a reason', () => {
  it('gives a code of the system in the language of the reader', () => {
    const { words } = orderCancelled({ ...order, reason: 'out-of-stock', cancelledAt: at });
    expect(words.es(formatsOf('es')).body[0]).toContain('(no quedan existencias)');
    expect(words.en(formatsOf('en')).body[0]).toContain('(out of stock)');
  });
});
