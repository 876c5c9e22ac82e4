import type { EventType, ReceivedDataByType } from '../../../../generated/events/types.ts';
import { type Message, quoted } from './message.ts';
import { reasonText } from './reason.ts';

type Of<Type extends EventType> = (data: ReceivedDataByType[Type]) => Message;

export const paymentCompleted: Of<'payment.completed'> = ({ orderId, amount, transactionId }) => ({
  aboutId: orderId,
  path: `orders/${orderId}`,
  words: {
    es: ({ money }) => ({
      subject: `Hemos recibido tu pago de ${money(amount)}`,
      body: [`Tu pago de ${money(amount)} ha llegado. Operación: ${quoted(transactionId)}.`],
      action: 'Ver el pedido',
    }),
    en: ({ money }) => ({
      subject: `We received your payment of ${money(amount)}`,
      body: [`Your payment of ${money(amount)} has arrived, transaction ${quoted(transactionId)}.`],
      action: 'See the order',
    }),
  },
});

export const paymentFailed: Of<'payment.failed'> = ({ orderId, amount, reason, retryable }) => ({
  aboutId: orderId,
  path: `orders/${orderId}`,
  words: {
    es: ({ money, language }) => ({
      subject: `No hemos podido cobrar ${money(amount)}`,
      body: [
        `No se ha podido cobrar ${money(amount)} (${reasonText(reason, language)}).`,
        retryable
          ? 'No tienes que hacer nada: lo intentamos otra vez, o cancelamos el pedido y te avisamos.'
          : 'Tenemos que cancelar el pedido. Haz otro con otra tarjeta.',
      ],
      action: 'Ver el pedido',
    }),
    en: ({ money, language }) => ({
      subject: `We could not charge ${money(amount)}`,
      body: [
        `The charge of ${money(amount)} failed (${reasonText(reason, language)}).`,
        retryable
          ? 'You do not have to do anything: we try again, or cancel the order and tell you.'
          : 'We have to cancel the order; please order again with another card.',
      ],
      action: 'See the order',
    }),
  },
});

export const paymentRefunded: Of<'payment.refunded'> = ({ orderId, amount }) => ({
  aboutId: orderId,
  path: `orders/${orderId}`,
  words: {
    es: ({ money }) => ({
      subject: `Te hemos devuelto ${money(amount)}`,
      body: [`${money(amount)} van de vuelta a la tarjeta con la que pagaste.`],
      action: 'Ver el pedido',
    }),
    en: ({ money }) => ({
      subject: `We refunded ${money(amount)}`,
      body: [`${money(amount)} is on its way back to the card you paid with.`],
      action: 'See the order',
    }),
  },
});
