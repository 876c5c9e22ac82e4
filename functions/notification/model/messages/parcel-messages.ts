import type { ReceivedDataByType } from '../../../../generated/events/types.ts';
import type { Message } from './message.ts';
import { shortTracking } from './order-messages.ts';

type Parcel = Pick<ReceivedDataByType['shipping.lost'], 'orderId' | 'carrier' | 'trackingNumber'>;

const seeOrder = { es: 'Ver el pedido', en: 'See the order' };

type Told = { subject: string; text: string; trackingLabel: string; action: string };

const about = ({ orderId, carrier, trackingNumber }: Parcel, es: Told, en: Told): Message => {
  const wording =
    ({ subject, text, trackingLabel, action }: Told) =>
    () => ({
      subject,
      body: [text, ...(trackingNumber === undefined ? [] : [`${trackingLabel}: ${trackingNumber}`])],
      short: shortTracking(subject, trackingLabel, carrier, trackingNumber),
      action,
    });
  return { aboutId: orderId, path: `orders/${orderId}`, words: { es: wording(es), en: wording(en) } };
};

export const parcelOutForDelivery = (parcel: Parcel): Message =>
  about(
    parcel,
    {
      subject: 'Tu pedido llega hoy',
      text: 'El transportista está repartiendo un paquete de tu pedido.',
      trackingLabel: 'Seguimiento',
      action: seeOrder.es,
    },
    {
      subject: 'Your order arrives today',
      text: 'The carrier is delivering a parcel of your order.',
      trackingLabel: 'Tracking',
      action: seeOrder.en,
    },
  );

export const parcelReturned = (parcel: Parcel): Message =>
  about(
    parcel,
    {
      subject: 'Un paquete de tu pedido vuelve a la tienda',
      text: 'No se pudo entregar un paquete de tu pedido y vuelve a la tienda, que se pondrá en contacto contigo.',
      trackingLabel: 'Seguimiento',
      action: seeOrder.es,
    },
    {
      subject: 'A parcel of your order goes back to the shop',
      text: 'A parcel of your order could not be delivered and goes back to the shop, which will contact you.',
      trackingLabel: 'Tracking',
      action: seeOrder.en,
    },
  );

export const parcelLost = (parcel: Parcel): Message =>
  about(
    parcel,
    {
      subject: 'Se ha perdido un paquete de tu pedido',
      text: 'El transportista ha perdido un paquete de tu pedido. La tienda se pondrá en contacto contigo.',
      trackingLabel: 'Seguimiento',
      action: seeOrder.es,
    },
    {
      subject: 'A parcel of your order was lost',
      text: 'The carrier lost a parcel of your order. The shop will contact you.',
      trackingLabel: 'Tracking',
      action: seeOrder.en,
    },
  );
