import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { bookedShipment, customerId, shippingWorld, shipTo } from '../../../tests/kit/shipping-world.ts';
import { handler } from '../consumer.ts';

const { table, opened, put, types } = shippingWorld();
const event = anEvent('customer.erased', customerId, { customerId, erasedAt: at });
const erase = () => deliver(handler, 'customer.erased', event);
const delivered = () => {
  const shipment = bookedShipment();
  const parcels = shipment.parcels.map((parcel) => ({ ...parcel, status: 'delivered' as const }));
  return { ...shipment, status: 'delivered' as const, parcels };
};

describe('onCustomerErased', () => {
  it('deletes the address and the note of a shipment that has ended, and nothing else of it', async () => {
    const shipment = { ...delivered(), note: 'Ring twice' };
    put(shipment);
    await erase();
    await erase();
    const { shipTo: _shipTo, note: _note, ...kept } = shipment;
    expect(await opened()).toMatchObject({ ...kept, version: 2 });
    for (const text of [shipTo.recipient, shipTo.street, 'Ring twice']) expect(JSON.stringify(table.items())).not.toContain(text);
    expect(types()).toEqual([]);
  });

  it('keeps the address of a parcel that is still under way', async () => {
    put(bookedShipment());
    await erase();
    await erase();
    expect(await opened()).toMatchObject({ shipTo, isErased: true, version: 2 });
  });
});
