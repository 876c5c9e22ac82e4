import { describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { openMarket, readStock } from '../../kit/market.ts';
import { auditedTypes, orderEnded, placeOrder, readTimeline } from '../../kit/orders.ts';
import { call, succeed } from '../../kit/rest.ts';
import { handOver, orderIs, shipmentOf } from '../../kit/shipments.ts';
import { expectSound } from '../../kit/sound-market.ts';

/** A word in the street tells the simulated carrier how the parcel fares. */
const addressIn = (street: string) => ({
  address: { recipient: 'Nerea Ibarra', street, postalCode: '23001', city: 'Jaén', country: 'ES' },
});

describe('a parcel', () => {
  it('goes from the shop to the door: its order is shipped, then delivered', async () => {
    const market = await openMarket();
    const { buyer, producer, localId } = market;
    const { body: placed, correlationId } = await placeOrder(market, { shipTo: addressIn('Calle Maestra 12') });
    const { orderId } = placed;
    expect((await orderEnded(market, orderId)).status).toBe('confirmed');
    const { shipmentId } = await shipmentOf(market, orderId);

    const list = await succeed('GET /shipments', { token: producer.token, query: { localId } });
    const [parcel] = list.body.shipments[0]?.parcels ?? [];
    const label = await fetch(String(parcel?.labelUrl));
    expect((await label.text()).split('\n')).toContain('Calle Maestra 12');
    await handOver(market, orderId);
    const tooLate = await call('POST /orders/{orderId}/cancel', { token: buyer.token, params: { orderId }, body: {} });
    expect([202, 409]).toContain(tooLate.status);

    await orderIs(market, orderId, 'delivered');
    const shipment = await succeed('GET /shipments/{shipmentId}', { token: buyer.token, params: { shipmentId } });
    expect(shipment.body).toMatchObject({ status: 'delivered', method: 'delivery', parcels: [{ status: 'delivered' }] });
    expect(shipment.body.parcels[0]?.trackingNumber).toBe(parcel?.trackingNumber);
    await auditedTypes(market, correlationId, ['shipping.created', 'order.shipped', 'shipping.delivered', 'order.delivered']);
    const timeline = (await readTimeline(market, orderId)).entries;
    expect(timeline.filter(({ type }) => type === 'order.shipped' || type === 'order.delivered')).toHaveLength(2);
    expect(timeline.find(({ type }) => type === 'order.shipped')?.summary).toContain(String(parcel?.trackingNumber));
    await expectSound(market);
    const stock = await readStock(market, String(market.products[0]?.productId));
    expect(stock).toMatchObject({ available: 9, reserved: 0, shipped: 1 });
    expect((await fetch(String(parcel?.labelUrl))).status).toBe(404);
  });

  it('is collected at the shop, without a word about a carrier', async () => {
    const market = await openMarket();
    const { body: placed } = await placeOrder(market);
    await orderEnded(market, placed.orderId);
    await handOver(market, placed.orderId);
    await orderIs(market, placed.orderId, 'delivered');
    await expectSound(market);
    const { entries } = await readTimeline(market, placed.orderId);
    expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['order.shipped', 'order.delivered']));
    expect(JSON.stringify(entries)).not.toMatch(/carrier|tracking|address|transit/i);
  });

  it('stays in the shop when its customer cancels first', async () => {
    const market = await openMarket();
    const { buyer, producer } = market;
    const { body: placed } = await placeOrder(market, { shipTo: addressIn('Calle Maestra 12') });
    const { orderId } = placed;
    await orderEnded(market, orderId);
    const { shipmentId, parcels } = await shipmentOf(market, orderId);
    await succeed('POST /orders/{orderId}/cancel', { token: buyer.token, params: { orderId }, body: {} });
    await orderIs(market, orderId, 'cancelled');
    const params = { shipmentId, parcelId: String(parcels[0]?.parcelId) };
    const route = 'POST /shipments/{shipmentId}/parcels/{parcelId}/handover';
    const refused = await call(route, { token: producer.token, params });
    expect(refused).toMatchObject({ status: 409, body: { type: 'https://lonja.dev/problems/shipment-cancelled' } });
    await expectSound(market);
  });

  it.each([
    ['sim-twice', 'delivered'],
    ['sim-disordered', 'delivered'],
    ['sim-unknown', 'delivered'],
    ['sim-lost', 'shipped'],
    ['sim-returned', 'shipped'],
  ] as const)('to %s leaves its order %s, and every step is published once', async (street, status) => {
    const market = await openMarket();
    const { body: placed, correlationId } = await placeOrder(market, { shipTo: addressIn(`${street} 1`) });
    await orderEnded(market, placed.orderId);
    const { shipmentId } = await handOver(market, placed.orderId);
    await orderIs(market, placed.orderId, status);
    const ended = status === 'delivered' ? ['delivered'] : ['lost', 'returned'];
    await eventually('the end of the parcel', async () => {
      const read = await succeed('GET /shipments/{shipmentId}', { token: market.buyer.token, params: { shipmentId } });
      if (!ended.includes(read.body.status)) throw new Error(`it is ${read.body.status}`);
      return read;
    });
    await expectSound(market);
    const events = await auditedTypes(market, correlationId, ['shipping.status.updated', 'order.shipped']);
    const steps = events
      .filter(({ detailType }) => detailType.startsWith('shipping.'))
      .map(({ detailType, eventData }) => `${detailType} ${Object(eventData).status}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('that the carrier collects by itself delivers an order that nobody handed over', async () => {
    const market = await openMarket();
    const { body: placed } = await placeOrder(market, { shipTo: addressIn('sim-early 1') });
    await orderIs(market, placed.orderId, 'delivered');
    await expectSound(market);
  });
});
