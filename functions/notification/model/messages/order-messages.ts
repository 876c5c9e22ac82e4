import type { EventType, ReceivedDataByType } from '../../../../generated/events/types.ts';
import type { OrderLine } from '../../../../generated/shared.ts';
import type { Formats } from '../formats.ts';
import { type Message, quoted, type Short } from './message.ts';
import { reasonText } from './reason.ts';

type Of<Type extends EventType> = (data: ReceivedDataByType[Type]) => Message;

const pathOf = (orderId: string) => `orders/${orderId}`;
const seeOrder = { es: 'Ver el pedido', en: 'See the order' };

export const orderReceived: Of<'order.created'> = ({ orderId, items, totalAmount }) => ({
  aboutId: orderId,
  path: pathOf(orderId),
  words: {
    es: ({ money }) => ({
      subject: `Hemos recibido tu pedido de ${money(totalAmount)}`,
      body: [
        'Gracias por tu pedido:',
        { items: items.map(({ name, quantity, unitPrice }) => `${quantity} × ${quoted(name)}, ${money(unitPrice)} la unidad`) },
        `Total: ${money(totalAmount)}`,
        'Estamos reservando los productos y cobrando el importe. Te avisaremos en cuanto el pedido esté confirmado.',
      ],
      short: { before: `Hemos recibido tu pedido de ${money(totalAmount)}.` },
      action: seeOrder.es,
    }),
    en: ({ money }) => ({
      subject: `We received your order of ${money(totalAmount)}`,
      body: [
        'Thank you for your order:',
        { items: items.map(({ name, quantity, unitPrice }) => `${quantity} × ${quoted(name)}, ${money(unitPrice)} each`) },
        `Total: ${money(totalAmount)}`,
        'We are reserving your products and charging the amount. We will tell you as soon as the order is confirmed.',
      ],
      short: { before: `We received your order of ${money(totalAmount)}.` },
      action: seeOrder.en,
    }),
  },
});

/** Without an address, the customer collects the order at the shops. */
export const orderConfirmed: Of<'order.confirmed'> = ({ orderId, totalAmount, lines, shipTo }) => {
  const isCollected = shipTo === undefined;
  return {
    aboutId: orderId,
    path: pathOf(orderId),
    words: {
      es: ({ money }) => ({
        subject: 'Tu pedido está confirmado',
        body: [
          `Los productos están reservados y se han pagado ${money(totalAmount)}.`,
          isCollected
            ? `Puedes recogerlo en las tiendas. Enseña allí el número de tu pedido: ${orderId}.`
            : 'Te avisaremos cuando salga de la tienda.',
        ],
        short: confirmedShort(lines, { before: 'Pedido confirmado: ', more: 'más', total: money(totalAmount) }),
        action: seeOrder.es,
      }),
      en: ({ money }) => ({
        subject: 'Your order is confirmed',
        body: [
          `Your products are reserved and ${money(totalAmount)} is paid.`,
          isCollected
            ? `You can collect it at the shops. Show them the number of your order: ${orderId}.`
            : 'We will tell you when it leaves the shop.',
        ],
        short: confirmedShort(lines, { before: 'Order confirmed: ', more: 'more', total: money(totalAmount) }),
        action: seeOrder.en,
      }),
    },
  };
};

/** The first product of an order and how many others there are. */
function confirmedShort(
  [first, ...others]: readonly OrderLine[],
  { before, more, total }: { before: string; more: string; total: string },
): Short {
  const rest = others.length > 0 ? ` + ${others.length} ${more}` : '';
  return {
    before: `${before}${first === undefined ? '' : `${first.quantity} × `}`,
    name: first === undefined ? '' : quoted(first.name),
    after: `${rest}, ${total}.`,
  };
}

/** An order that is collected has no such message: nothing of it is sent, and `orderDelivered` says that it was handed over. */
export const orderShipped: Of<'order.shipped'> = ({ orderId, carrier, trackingNumber }) => ({
  aboutId: orderId,
  path: pathOf(orderId),
  words: {
    es: () => ({
      subject: 'Tu pedido está en camino',
      body: ['Tu pedido ha salido de la tienda.', ...tracking('Transportista', 'Número de seguimiento', carrier, trackingNumber)],
      short: shortTracking('Tu pedido está en camino', 'Seguimiento', carrier, trackingNumber),
      action: seeOrder.es,
    }),
    en: () => ({
      subject: 'Your order is on its way',
      body: ['Your order has left the shop.', ...tracking('Carrier', 'Tracking number', carrier, trackingNumber)],
      short: shortTracking('Your order is on its way', 'Tracking', carrier, trackingNumber),
      action: seeOrder.en,
    }),
  },
});

export const orderDelivered: Of<'order.delivered'> = ({ orderId, method, deliveredAt }) => {
  const isCollected = method === 'collection';
  return {
    aboutId: orderId,
    path: pathOf(orderId),
    words: {
      es: (formats) =>
        deliveredWords(
          formats,
          deliveredAt,
          isCollected ? 'Has recogido tu pedido' : 'Tu pedido ha llegado',
          'Gracias por comprar en el mercado.',
        ),
      en: (formats) =>
        deliveredWords(
          formats,
          deliveredAt,
          isCollected ? 'You collected your order' : 'Your order has arrived',
          'Thank you for buying at the market.',
        ),
    },
  };
};

const deliveredWords = ({ language, day }: Formats, deliveredAt: string, what: string, thanks: string) => ({
  subject: what,
  body: [`${what} (${day(deliveredAt)}).`, thanks],
  short: { before: `${what}.` },
  action: seeOrder[language],
});

export const orderCancelled: Of<'order.cancelled'> = ({ orderId, reason, totalAmount }) => ({
  aboutId: orderId,
  path: pathOf(orderId),
  words: {
    es: ({ money, language }) => ({
      subject: 'Tu pedido se ha cancelado',
      body: [
        `Tu pedido de ${money(totalAmount)} se ha cancelado (${reasonText(reason, language)}).`,
        'Si ya lo habías pagado, te devolvemos el dinero.',
      ],
      short: { before: `Tu pedido de ${money(totalAmount)} se ha cancelado. Si lo habías pagado, te devolvemos el dinero.` },
      action: seeOrder.es,
    }),
    en: ({ money, language }) => ({
      subject: 'Your order is cancelled',
      body: [
        `Your order of ${money(totalAmount)} is cancelled (${reasonText(reason, language)}).`,
        'If you were charged for it, you get your money back.',
      ],
      short: { before: `Your order of ${money(totalAmount)} is cancelled. If you were charged, you get your money back.` },
      action: seeOrder.en,
    }),
  },
});

function tracking(carrierLabel: string, numberLabel: string, carrier?: string, trackingNumber?: string): string[] {
  return [
    ...(carrier === undefined ? [] : [`${carrierLabel}: ${quoted(carrier)}`]),
    ...(trackingNumber === undefined ? [] : [`${numberLabel}: ${trackingNumber}`]),
  ];
}

/** Only the carrier's name may be cut. */
export const shortTracking = (what: string, label: string, carrier?: string, trackingNumber?: string): Short => ({
  before: carrier === undefined ? what : `${what} (`,
  ...(carrier !== undefined && { name: quoted(carrier) }),
  after: `${carrier === undefined ? '' : ')'}.${trackingNumber === undefined ? '' : ` ${label}: ${trackingNumber}.`}`,
});
