import type { EventDataByType, EventType } from '../../../generated/events/types.ts';
import type { Money } from '../../../generated/shared.ts';

/** What someone is told, in English. `aboutId` is the order or product it is about. */
export type Message = { subject: string; text: string; aboutId: string };

type Of<Type extends EventType> = (data: EventDataByType[Type]) => Message;

export const orderReceived: Of<'order.created'> = ({ orderId, items, totalAmount }) => ({
  subject: `We received your order of ${formatMoney(totalAmount)}`,
  text: [
    'Thank you for your order:',
    ...items.map(({ name, quantity, unitPrice }) => `  ${quantity} × ${oneLine(name)}, ${formatMoney(unitPrice)} each`),
    `Total: ${formatMoney(totalAmount)}`,
    'We set your products aside, charge you, and write again once the order is confirmed.',
  ].join('\n'),
  aboutId: orderId,
});

export const orderConfirmed: Of<'order.confirmed'> = ({ orderId, totalAmount }) => ({
  subject: 'Your order is confirmed',
  text: `Your products are set aside and ${formatMoney(totalAmount)} is paid. We write again once they are on their way.`,
  aboutId: orderId,
});

export const orderCancelled: Of<'order.cancelled'> = ({ orderId, reason, totalAmount }) => ({
  subject: 'Your order is cancelled',
  text: `Your order of ${formatMoney(totalAmount)} is cancelled (${oneLine(reason)}). Whatever was charged for it goes back to you.`,
  aboutId: orderId,
});

export const paymentCompleted: Of<'payment.completed'> = ({ orderId, amount, transactionId }) => ({
  subject: `We received your payment of ${formatMoney(amount)}`,
  text: `Your payment of ${formatMoney(amount)} has arrived, transaction ${oneLine(transactionId)}.`,
  aboutId: orderId,
});

export const paymentFailed: Of<'payment.failed'> = ({ orderId, amount, reason, retryable }) => ({
  subject: `We could not charge ${formatMoney(amount)}`,
  text: retryable
    ? `The charge of ${formatMoney(amount)} did not go through for now (${oneLine(reason)}). There is nothing to do: we try again, or cancel the order and tell you.`
    : `The charge of ${formatMoney(amount)} was refused (${oneLine(reason)}). The order cannot be kept; please order again with another card.`,
  aboutId: orderId,
});

export const paymentRefunded: Of<'payment.refunded'> = ({ orderId, amount }) => ({
  subject: `We paid ${formatMoney(amount)} back`,
  text: `${formatMoney(amount)} is on its way back to the card you paid with.`,
  aboutId: orderId,
});

export const stockLow: Of<'inventory.low_stock'> = ({ productId, productName, currentStock, threshold }) => ({
  subject:
    currentStock === 0 ? `Sold out: ${oneLine(productName ?? productId)}` : `Running low: ${oneLine(productName ?? productId)}`,
  text: `${currentStock} left of ${oneLine(productName ?? productId)} (product ${productId}); you asked to be told below ${threshold}.`,
  aboutId: productId,
});

/** The whole letter. The reference is the correlation id, by which support finds everything that belongs to it. */
export function letterTo(name: string, { text, aboutId }: Message, correlationId: string): string {
  return `Hello ${oneLine(name)},\n\n${text}\n\nYour Lonja market\n\n--\nConcerns ${aboutId}. Reference ${correlationId}.\n`;
}

/** Minor units in the currency's own number of decimals (ISO 4217): 450 EUR is €4.50, 450 JPY is ¥450. */
export function formatMoney({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Names and reasons are other people's words: none may start a line, and so a header or paragraph, of ours. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200);
