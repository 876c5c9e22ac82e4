import type { EventType, ReceivedDataByType } from '../../../generated/events/types.ts';
import { oneLine, truncated } from '../../shared/input/text.ts';
import { formatMoney } from '../../shared/money/format-money.ts';

/** What a recipient is told, in English. `aboutId` is the order or product that it is about. */
export type Message = { subject: string; text: string; aboutId: string };

type Of<Type extends EventType> = (data: ReceivedDataByType[Type]) => Message;

export const orderReceived: Of<'order.created'> = ({ orderId, items, totalAmount }) => ({
  subject: `We received your order of ${formatMoney(totalAmount)}`,
  text: [
    'Thank you for your order:',
    ...items.map(({ name, quantity, unitPrice }) => `  ${quantity} × ${quoted(name)}, ${formatMoney(unitPrice)} each`),
    `Total: ${formatMoney(totalAmount)}`,
    'We are reserving your products and charging your card. You get another e-mail once the order is confirmed.',
  ].join('\n'),
  aboutId: orderId,
});

export const orderConfirmed: Of<'order.confirmed'> = ({ orderId, totalAmount }) => ({
  subject: 'Your order is confirmed',
  text: `Your products are reserved and ${formatMoney(totalAmount)} is paid. You get another e-mail once they are on their way.`,
  aboutId: orderId,
});

export const orderCancelled: Of<'order.cancelled'> = ({ orderId, reason, totalAmount }) => ({
  subject: 'Your order is cancelled',
  text: `Your order of ${formatMoney(totalAmount)} is cancelled (${quoted(reason)}). If you were charged for it, you get your money back.`,
  aboutId: orderId,
});

export const paymentCompleted: Of<'payment.completed'> = ({ orderId, amount, transactionId }) => ({
  subject: `We received your payment of ${formatMoney(amount)}`,
  text: `Your payment of ${formatMoney(amount)} has arrived, transaction ${quoted(transactionId)}.`,
  aboutId: orderId,
});

export const paymentFailed: Of<'payment.failed'> = ({ orderId, amount, reason, retryable }) => ({
  subject: `We could not charge ${formatMoney(amount)}`,
  text: retryable
    ? `The charge of ${formatMoney(amount)} failed for now (${quoted(reason)}). You do not have to do anything: we try again, or cancel the order and tell you.`
    : `The charge of ${formatMoney(amount)} was declined (${quoted(reason)}). We have to cancel the order; please order again with another card.`,
  aboutId: orderId,
});

export const paymentRefunded: Of<'payment.refunded'> = ({ orderId, amount }) => ({
  subject: `We refunded ${formatMoney(amount)}`,
  text: `${formatMoney(amount)} is on its way back to the card you paid with.`,
  aboutId: orderId,
});

export const stockLow: Of<'inventory.low_stock'> = ({ productId, productName, currentStock, threshold }) => {
  const name = quoted(productName ?? productId);
  return {
    subject: currentStock === 0 ? `Sold out: ${name}` : `Running low: ${name}`,
    text: `There are ${currentStock} left of ${name} (product ${productId}). You asked for a warning below ${threshold}.`,
    aboutId: productId,
  };
};

/** The whole text of an e-mail. The reference is the correlation id, by which support finds everything that belongs to it. */
export function emailText(name: string, { text, aboutId }: Message, correlationId: string): string {
  return `Hello ${quoted(name)},\n\n${text}\n\nYour Lonja market\n\n--\nAbout ${aboutId}. Reference ${correlationId}.\n`;
}

const maxQuotedLength = 200;

/** Names and reasons are other people's words: none of them may start a line of ours, and so forge a header or paragraph. */
const quoted = (text: string) => truncated(oneLine(text), maxQuotedLength);
