import { eventually } from '../../local/process/eventually.ts';
import { type Market, openMarket } from './market.ts';
import { orderEnded, placeOrder } from './orders.ts';
import { startPushDevice } from './push-device.ts';
import { type Call, newIdempotencyKey, type Operation, succeed } from './rest.ts';
import { shipmentOf } from './shipments.ts';

/** A market in which there is one of everything that has an id, by the names of the parameters. */
export type OrganizationThings = {
  market: Market;
  ids: Readonly<Record<string, string>>;
  /** What an operation needs to succeed, beyond these ids and the sample of its body. */
  requests: Readonly<Partial<Record<Operation, Call>>>;
};

const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };

/** Opens a market with three buyers: the first orders, the second is their neighbour, and the third may be changed. */
export async function openOrganization(): Promise<OrganizationThings> {
  const market = await openMarket({ buyers: 3, products: [{ initialStock: 40 }, { initialStock: 1 }] });
  const { admin, producer, buyer, localId } = market;
  const [product, spareProduct] = market.products;
  const productId = String(product?.productId);
  const customerId = buyer.userId;
  const spareUser = { userId: String(market.buyers[2]?.userId) };
  const order = async () => {
    const { body } = await placeOrder(market, { lines: [{ productId, quantity: 1 }] });
    const { orderId, paymentId } = await orderEnded(market, body.orderId);
    const { shipmentId, parcels } = await shipmentOf(market, orderId);
    return { orderId, paymentId: String(paymentId), shipmentId, parcelId: String(parcels[0]?.parcelId) };
  };
  const byAdmin = (body: unknown) => ({ token: admin.token, headers: newIdempotencyKey(), body });
  const [ordered, toHandOver, toCancel] = await Promise.all([order(), order(), order()]);
  const { body: spareLocal } = await succeed('POST /locals', byAdmin({ name: 'Almazara' }));
  const { body: spareCustomer } = await succeed('POST /customers', byAdmin({ email: 'ane@example.org', name: 'Ane Otxoa' }));
  const { body: key } = await succeed('POST /partners/keys', byAdmin({ name: 'Recetas del Norte' }));
  const { addressId } = await eventually('the customer to have an address', async () => {
    const booking = { token: buyer.token, params: { customerId }, headers: newIdempotencyKey(), body: { address } };
    return (await succeed('POST /customers/{customerId}/addresses', booking)).body;
  });
  const device = await startPushDevice();
  device.stop();
  const { deviceId } = device;
  const registration = { token: buyer.token, body: device.subscription };
  await succeed('PUT /customers/{customerId}/devices/{deviceId}', { ...registration, params: { customerId, deviceId } });
  return {
    market,
    ids: {
      ...ordered,
      ...{ localId, productId, customerId, addressId, deviceId, userId: customerId, keyId: key.keyId },
      aggregateId: ordered.orderId,
    },
    requests: {
      'PUT /auth/users/{userId}/roles': { params: spareUser, body: { roles: ['producer'], localIds: [] } },
      // No other operation needs what is changed for good.
      'POST /auth/users/{userId}/deactivate': { params: spareUser },
      'DELETE /locals/{localId}': { params: { localId: spareLocal.localId } },
      'DELETE /products/{productId}': { params: { productId: String(spareProduct?.productId) } },
      'DELETE /customers/{customerId}': { params: spareCustomer },
      'POST /orders/{orderId}/cancel': { params: toCancel },
      'POST /shipments/{shipmentId}/parcels/{parcelId}/handover': { token: producer.token, params: toHandOver },
      // Only customers may, for themselves.
      'PUT /customers/{customerId}/devices/{deviceId}': registration,
      'DELETE /customers/{customerId}/devices/{deviceId}': { token: buyer.token },
    },
  };
}
