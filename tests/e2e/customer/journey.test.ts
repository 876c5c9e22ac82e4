import { describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { openMarket } from '../../kit/market.ts';
import { auditedTypes, orderEnded, placeOrder } from '../../kit/orders.ts';
import { call, newIdempotencyKey, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';

const address = {
  recipient: 'Nerea Ibarra',
  street: 'Calle Maestra 12, 3º B',
  postalCode: ' 23 001',
  city: 'Jaén',
  country: 'es',
  phone: '+34 600 111 222',
};
const stored = { ...address, postalCode: '23001', country: 'ES', phone: '+34600111222' };

describe('a customer', () => {
  it('registers, adds an address, changes the profile, orders, cancels, and is erased', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const { token, userId: customerId, email } = market.buyer;
    const own = { token, params: { customerId } };
    const read = () => succeed('GET /customers/{customerId}', own);

    const registered = await eventually('the customer', read);
    expect(registered.body).toMatchObject({
      customerId,
      status: 'active',
      email,
      addresses: [],
      preferences: { language: 'es' },
    });

    const withKey = { ...own, headers: newIdempotencyKey() };
    const added = await succeed('POST /customers/{customerId}/addresses', { ...withKey, body: { address } });
    expect(new URL(added.headers.get('location') ?? '', added.url).pathname).toMatch(new RegExp(`/customers/${customerId}$`));
    const { addressId } = added.body;
    const withAddress = await read();
    expect(withAddress.body.addresses).toEqual([{ addressId, address: stored, isDefault: true }]);

    const ifMatch = { 'if-match': withAddress.headers.get('etag') ?? '' };
    const patch = {
      ...own,
      headers: ifMatch,
      body: { phone: '+34600111333', preferences: { language: 'en', channels: ['email', 'sms'] } },
    };
    const patched = await succeed('PATCH /customers/{customerId}', patch);
    expect(patched.body).toMatchObject({ phone: '+34600111333', preferences: { language: 'en', channels: ['email', 'sms'] } });
    expect((await call('PATCH /customers/{customerId}', patch)).status).toBe(412);
    await auditedTypes(market, added.correlationId, ['customer.address.added']);
    await auditedTypes(market, patched.correlationId, ['customer.updated']);

    const validation = await succeed('POST /customers/validate', { token, body: {} });
    expect(validation.body).toMatchObject({ mayOrder: true, isComplete: true, method: 'delivery', addressId });

    const { body: placed } = await placeOrder(market);
    await orderEnded(market, placed.orderId);
    const statistics = (wanted: object) =>
      eventually('the statistics', async () => {
        const { body } = await read();
        expect(body.statistics).toMatchObject(wanted);
        return body;
      });
    await statistics({ ordersPlaced: 1, ordersCancelled: 0, loyaltyPoints: 0, lastOrder: { orderId: placed.orderId } });

    const refused = await call('DELETE /customers/{customerId}', own);
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ path: `/orders/${placed.orderId}` }] } });
    await succeed('POST /orders/{orderId}/cancel', { token, params: { orderId: placed.orderId }, body: {} });
    await statistics({ ordersPlaced: 1, ordersCancelled: 1, amountsSpent: [] });
    await expectSound(market);

    const staff = { token: market.producer.token, params: { customerId } };
    const erased = await call('DELETE /customers/{customerId}', own);
    expect(erased.status).toBe(204);
    expect((await call('GET /customers/{customerId}', staff)).status).toBe(404);
    expect((await call('DELETE /customers/{customerId}', staff)).status).toBe(204);
    await auditedTypes(market, erased.correlationId, ['customer.erased']);
    await expectSound(market);
  });

  it('is registered by staff without a login, and is nobody to another market', async () => {
    const [market, neighbour] = await Promise.all([openMarket({ products: [] }), openMarket({ products: [] })]);
    const body = { email: 'ane@example.org', name: 'Ane Otxoa', phone: '+34600111222' };
    const { token } = market.producer;
    const { body: registered } = await succeed('POST /customers', { token, headers: newIdempotencyKey(), body });
    const params = { customerId: registered.customerId };
    const { body: shown } = await succeed('GET /customers/{customerId}', { token, params });
    expect(shown).toMatchObject({ ...body, status: 'active' });
    expect(shown.statistics).toBeUndefined();
    const { body: whole } = await succeed('GET /customers/{customerId}', { token: market.admin.token, params });
    expect(whole).toMatchObject({ ...body, statistics: { ordersPlaced: 0 } });
    const stranger = await call('GET /customers/{customerId}', { token: market.buyer.token, params });
    expect(stranger.status).toBe(404);
    const foreign = await call('DELETE /customers/{customerId}', { token: neighbour.admin.token, params });
    expect([404, 503]).toContain(foreign.status);
    await expectSound(market);
  });
});
