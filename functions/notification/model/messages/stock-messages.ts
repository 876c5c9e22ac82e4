import type { ReceivedDataByType } from '../../../../generated/events/types.ts';
import { type Message, quoted } from './message.ts';

export const stockLow = ({
  productId,
  productName,
  currentStock,
  threshold,
}: ReceivedDataByType['inventory.low_stock']): Message => {
  const name = quoted(productName ?? productId);
  return {
    aboutId: productId,
    words: {
      es: () => ({
        subject: currentStock === 0 ? `Agotado: ${name}` : `Quedan pocas unidades: ${name}`,
        body: [
          `Quedan ${currentStock} unidades de ${name} (producto ${productId}). Pediste un aviso por debajo de ${threshold}.`,
        ],
      }),
      en: () => ({
        subject: currentStock === 0 ? `Sold out: ${name}` : `Running low: ${name}`,
        body: [`There are ${currentStock} left of ${name} (product ${productId}). You asked for a warning below ${threshold}.`],
      }),
    },
  };
};
