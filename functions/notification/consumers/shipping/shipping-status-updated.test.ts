import { describe, expect, it } from 'vitest';
import type { ParcelStatus } from '../../../../generated/shared.ts';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone, shop } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails, texts } = notified(asBuyer(customer, { phone, preferences: { language: 'en', channels: ['email', 'sms'] } }));
const parcelId = '0193a000-0000-7000-8000-0000000000e1';
const move = (status: ParcelStatus, method: 'delivery' | 'collection' = 'delivery') => {
  const shipmentId = '0193a000-0000-7000-8000-0000000000e0';
  const { orderId, customerId } = ofCustomer;
  const parcel = { parcelId, localId: shop, status, trackingNumber: 'ES-1234567890' };
  const data = {
    shipmentId,
    orderId,
    customerId,
    method,
    ...parcel,
    shipmentStatus: 'in_transit',
    parcels: [parcel],
    occurredAt: at,
  } as const;
  return deliver(handler, 'shipping.status.updated', anEvent('shipping.status.updated', shipmentId, data));
};

describe('onShippingStatusUpdated', () => {
  it('tells the customer by SMS that the parcel comes today', async () => {
    await move('out_for_delivery');
    expect(texts()[0]?.text).toMatch(/^Your order arrives today\. Tracking: ES-1234567890\. https:/);
    expect(emails()).toEqual([]);
  });

  it.each(['in_transit', 'delivered'] as const)('says nothing about a parcel that is %s', async (status) => {
    await move(status);
    expect(texts()).toEqual([]);
  });

  it('says nothing about an order that is collected', async () => {
    await move('out_for_delivery', 'collection');
    expect(texts()).toEqual([]);
  });
});
