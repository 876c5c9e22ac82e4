import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails, texts } = notified(
  asBuyer(customer, { phone, preferences: { language: 'es', channels: ['email', 'sms', 'push'] } }),
);
const ship = (method: 'delivery' | 'collection', parcel: { trackingNumber?: string; carrier?: string } = {}) =>
  deliver(
    handler,
    'order.shipped',
    anEvent('order.shipped', ofCustomer.orderId, { ...ofCustomer, method, ...parcel, shippedAt: at }),
  );

describe('onOrderShipped', () => {
  it('names the carrier and the tracking number', async () => {
    await ship('delivery', { carrier: 'Correos', trackingNumber: 'ES-1234567890' });
    expect(emails()[0]).toMatchObject({ subject: 'Tu pedido está en camino' });
    expect(emails()[0]?.text).toContain('Transportista: Correos\n\nNúmero de seguimiento: ES-1234567890');
    expect(texts()[0]?.text).toContain('Tu pedido está en camino (Correos). Seguimiento: ES-1234567890.');
  });

  it('says nothing about an order that is collected', async () => {
    await ship('collection');
    expect([...emails(), ...texts()]).toEqual([]);
  });
});
