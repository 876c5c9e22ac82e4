import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone, shop } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails, texts } = notified(asBuyer(customer, { phone, preferences: { language: 'en', channels: ['email', 'sms'] } }));

describe('onShippingReturned', () => {
  it('tells the customer, with the tracking number', async () => {
    const { orderId, customerId } = ofCustomer;
    const shipmentId = '0193a000-0000-7000-8000-0000000000e0';
    const parcel = { parcelId: '0193a000-0000-7000-8000-0000000000e1', localId: shop, trackingNumber: 'ES-1234567890' };
    const data = { shipmentId, orderId, customerId, ...parcel, occurredAt: at };
    await deliver(handler, 'shipping.returned', anEvent('shipping.returned', shipmentId, data));
    expect(emails()).toMatchObject([{ subject: 'A parcel of your order goes back to the shop' }]);
    expect(emails()[0]?.text).toContain('Tracking: ES-1234567890');
    expect(texts()[0]?.text).toMatch(/^A parcel of your order goes back to the shop\. Tracking: ES-1234567890\. https:/);
  });
});
