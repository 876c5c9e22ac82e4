import { describe, expect, it } from 'vitest';
import type { OrderDraft } from '../../../generated/rest/types.ts';
import type { Address } from '../../../generated/shared.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, runRoute, send } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import type { BookedAddress, Customer } from '../model/customer.ts';
import { maxLines } from '../model/placement.ts';
import { handler } from '../rest.ts';
import { changeCopy, findCustomer } from '../store/customer-table.ts';
import { orders } from '../store/order-table.ts';
import { keepDeletion, keepPrice } from '../store/price-table.ts';
import { keepShop } from '../store/shop-table.ts';
import { placeOrder } from './place-order.ts';

const table = emptyTable('order', { ORDER_DEADLINE_MINUTES: '120' });
const [ham, egg, cheese] = [1, 2, 3].map((n) => `0193a000-0000-7000-8000-00000000000${n}`.replace('-8000-', '-8abc-'));
const localId = '0193a000-0000-7000-8000-0000000000ff';
const caller = newCaller({ organizationId, permissions: ['order:place', 'order:read'] });
const line = (productId: string | undefined, quantity = 1) => ({ productId: String(productId), quantity });
/** Every field of the contract, so that one that gets lost on its way is noticed. */
const address = {
  recipient: 'Nerea Ibarra',
  street: 'Calle Maestra 12, 3º B',
  postalCode: '23001',
  city: 'Jaén',
  region: 'Jaén',
  country: 'ES',
  phone: '+34600111222',
} satisfies Required<Address>;
const draft: Required<OrderDraft> = {
  lines: [line(ham, 2), line(egg, 12)],
  paymentMethod: { token: 'tok_ok' },
  shipTo: { address },
  note: 'Llamen al timbre del segundo',
  customerId: caller.userId,
};

async function keep(
  productId: string | undefined,
  amountMinor: number,
  { currency = 'EUR', organization = organizationId } = {},
) {
  const offer = { productId: String(productId), localId, name: `Product of ${amountMinor}` };
  const effects = await keepPrice(organization, { ...offer, price: { amountMinor, currency } }, 1);
  table.put(...(effects?.writes ?? []));
}
const place = (body: unknown, headers: Record<string, string> = {}) =>
  send(handler, 'POST /orders', {
    body,
    caller,
    receivedAt: at,
    headers: { 'X-Correlation-Id': trace.correlationId, ...headers },
  });
const errorsOf = ({ body }: { body: unknown }) => Object(body).errors;

describe('placeOrder', () => {
  it('prices and stores every field of the draft, and shows the order at Location', async () => {
    await keep(ham, 1250);
    await keep(egg, 30);
    const { status, body, headers } = await place(draft);
    const { orderId } = Object(body);
    const totalAmount = { amountMinor: 2860, currency: 'EUR' };
    expect({ status, body }).toEqual({ status: 201, body: { orderId, status: 'pending', totalAmount } });
    expect(headers).toMatchObject({ Location: `orders/${orderId}` });

    const stored = await orders.find(organizationId, orderId);
    const { shipTo: _, ...kept } = draft;
    expect(stored).toMatchObject({ ...kept, method: 'delivery', shipTo: address });
    expect(stored).toMatchObject({ placedAt: at, deadline: '2026-11-22T12:00:00.000Z', version: 1 });
    const found = await send(handler, 'GET /orders/{orderId}', { params: { orderId }, caller });
    const shown = {
      orderId,
      lines: draft.lines,
      totalAmount,
      placedAt: at,
      method: 'delivery',
      shipTo: address,
      note: draft.note,
    };
    expect(found).toMatchObject({ status: 200, body: shown });
  });

  it('publishes order.created, from which the saga starts', async () => {
    await keep(ham, 1250);
    await keep(egg, 30);
    const { body } = await place(draft);
    const { orderId } = Object(body);
    expect(table.published()).toMatchObject([
      {
        type: 'order.created',
        aggregateId: orderId,
        eventData: {
          ...{ orderId, customerId: caller.userId, items: draft.lines, paymentMethod: draft.paymentMethod },
          ...{ method: 'delivery', shipTo: address, note: draft.note },
        },
        metadata: { organizationId, userId: caller.userId, correlationId: trace.correlationId, aggregateVersion: 1 },
      },
    ]);
  });

  it('takes a product’s id in upper case as the same id, and makes one line of two', async () => {
    await keep(ham, 1250);
    const { body } = await place({ ...draft, lines: [line(ham?.toUpperCase(), 1), line(ham, 2)] });
    expect(await orders.find(organizationId, Object(body).orderId)).toMatchObject({ lines: [{ productId: ham, quantity: 3 }] });
  });

  it('places one order for one Idempotency-Key', async () => {
    await keep(ham, 1250);
    await keep(egg, 30);
    const key = { 'Idempotency-Key': 'the-same-key' };
    const [first, second] = [await place(draft, key), await place(draft, key)];
    expect(second.rawBody).toBe(first.rawBody);
    expect(second.headers).toMatchObject({ Location: first.headers.Location, 'Idempotency-Replayed': 'true' });
    expect(table.published()).toHaveLength(1);
  });

  it('remembers the customer with the first order', async () => {
    await keep(ham, 1250);
    const hams = { ...draft, lines: [line(ham)] };
    expect(await findCustomer(organizationId, caller.userId)).toEqual({ hasOrdered: false });
    await place(hams);
    expect(await findCustomer(organizationId, caller.userId)).toEqual({ hasOrdered: true });
    expect(await place(hams)).toMatchObject({ status: 201 });
  });

  it('names the places of products that it does not know, also of another organization’s', async () => {
    await keep(ham, 1250);
    await keep(egg, 30, { organization: anotherOrganizationId });
    const refused = await place({ ...draft, lines: [line(cheese), line(ham), line(egg), line(cheese)] });
    expect(refused).toMatchObject({ status: 422, body: { detail: `products that cannot be ordered: ${cheese}, ${egg}` } });
    expect(errorsOf(refused)).toEqual(
      [0, 2, 3].map((index) => ({ path: `/lines/${index}/productId`, message: 'names no product' })),
    );
    expect(table.published()).toEqual([]);
  });

  it('says that products of a moment ago are not known yet, and takes the order once they have arrived', async () => {
    await keep(ham, 1250);
    const fresh = newId(at);
    const lines = [line(ham), line(fresh)];
    const early = await place({ ...draft, lines });
    expect(early).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '1' },
      body: { title: 'Not yet known', detail: `products that are not known here yet: ${fresh}` },
    });
    expect(table.published()).toEqual([]);
    // With a product that cannot exist, no later try would succeed.
    expect(await place({ ...draft, lines: [...lines, line(cheese)] })).toMatchObject({ status: 422 });
    await keep(fresh, 30);
    expect(await place({ ...draft, lines })).toMatchObject({ status: 201 });
  });

  it('names the lines when their currencies differ', async () => {
    await keep(ham, 1250);
    await keep(egg, 30, { currency: 'USD' });
    expect(errorsOf(await place(draft))).toEqual([{ path: '/lines', message: 'one order has one currency, not EUR and USD' }]);
  });

  it('names the lines when their total is too large', async () => {
    await keep(ham, Number.MAX_SAFE_INTEGER);
    await keep(egg, 30);
    expect(errorsOf(await place(draft))).toEqual([{ path: '/lines', message: 'the total is too large to be exact' }]);
  });

  it('names the lines when they are too many', async () => {
    const many = Array.from({ length: maxLines + 1 }, (_, n) => line(`product-${n}`));
    expect(errorsOf(await place({ ...draft, lines: many.map((_, n) => line(ham, n + 1)) }))).toMatchObject([{ path: '/lines' }]);
    const asked = { params: {}, query: {}, body: { ...draft, lines: many }, caller };
    expect(errorsOf(Object(await runRoute(placeOrder, asked)))).toEqual([
      { path: '/lines', message: 'an order has 1 to 50 products, not 51' },
    ]);
  });

  describe('where it goes', () => {
    const addressId = '0193a000-0000-7000-8000-0000000000a1';
    const other = { recipient: 'Mairéad Ní Bhriain', street: '3 Main Street', city: 'Galway', country: 'IE' };
    const keepBook = async (addressBook: BookedAddress[], customerId = caller.userId) => {
      const copy: Customer = { status: 'known', customerId, version: 1, addressBook };
      table.put(...((await changeCopy(organizationId, customerId, () => copy))?.writes ?? []));
    };
    const hams = { lines: [line(ham)], paymentMethod: draft.paymentMethod };
    const placed = async (body: unknown) => {
      const answer = await place(body);
      expect(answer).toMatchObject({ status: 201 });
      return orders.find(organizationId, Object(answer.body).orderId);
    };

    it('is the default address, or the shops when there is none', async () => {
      await keep(ham, 1250);
      expect(await placed(hams)).toMatchObject({ method: 'collection' });
      await keepBook([
        { addressId: newId(at), address: other, isDefault: false },
        { addressId, address, isDefault: true },
      ]);
      expect(await placed(hams)).toMatchObject({ method: 'delivery', shipTo: address });
      expect(await placed({ ...hams, shipTo: { collect: true } })).not.toHaveProperty('shipTo');
      expect(table.published().map(({ eventData }) => Object(eventData).method)).toEqual([
        'collection',
        'delivery',
        'collection',
      ]);
    });

    it('is an address of the book, which the order keeps as it was', async () => {
      await keep(ham, 1250);
      await keepBook([{ addressId, address: other, isDefault: false }]);
      const order = await placed({ ...hams, shipTo: { addressId } });
      const gone = await changeCopy(organizationId, caller.userId, (copy) => copy && { ...copy, version: 2, addressBook: [] });
      table.put(...(gone?.writes ?? []));
      expect(await orders.find(organizationId, String(order?.orderId))).toMatchObject({ shipTo: other });
      expect(await placed(hams)).toMatchObject({ method: 'collection' });
    });

    it('is no address of another customer, nor one that does not exist', async () => {
      await keep(ham, 1250);
      await keepBook([{ addressId, address, isDefault: true }], anotherOrganizationId);
      const refused = await place({ ...hams, shipTo: { addressId } });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/shipTo/addressId' }] } });
      const fresh = await place({ ...hams, shipTo: { addressId: newId(at) } });
      expect(fresh).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
    });

    it('is checked by the rules of its country, and normalized', async () => {
      await keep(ham, 1250);
      const { postalCode: _, ...noCode } = address;
      const refused = await place({ ...hams, shipTo: { address: noCode } });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/shipTo/address/postalCode' }] } });
      const typed = { ...address, country: 'es', postalCode: ' 23001 ', phone: '+34 600 111 222' };
      expect(await placed({ ...hams, shipTo: { address: typed } })).toMatchObject({
        shipTo: address,
      });
      expect(await placed({ ...hams, shipTo: { address: other } })).toMatchObject({ shipTo: other });
    });

    it('is one of these alone', async () => {
      await keep(ham, 1250);
      for (const shipTo of [{}, { addressId, collect: true }, { collect: false }]) {
        expect(await place({ ...hams, shipTo })).toMatchObject({ status: 422 });
      }
    });
  });

  describe('for a customer', () => {
    const customerId = '0193a000-0000-7000-8000-0000000000c1';
    const staff = newCaller({ organizationId, permissions: ['order:place', 'customer:manage'] });
    const know = async (customer: Customer) =>
      table.put(...((await changeCopy(organizationId, customer.customerId, () => customer))?.writes ?? []));
    const known: Customer = { status: 'known', customerId, version: 1, addressBook: [] };
    const placeFor = (id: string, sender = staff) =>
      send(handler, 'POST /orders', { body: { ...draft, lines: [line(ham)], customerId: id }, caller: sender, receivedAt: at });

    it('is placed by staff, who are named in it', async () => {
      await keep(ham, 1250);
      await know(known);
      const { status, body } = await placeFor(customerId);
      expect(status).toBe(201);
      expect(await orders.find(organizationId, Object(body).orderId)).toMatchObject({ customerId, placedBy: staff.userId });
      expect(table.published()).toMatchObject([{ eventData: { customerId }, metadata: { userId: staff.userId } }]);
      expect(await findCustomer(organizationId, customerId)).toMatchObject({ hasOrdered: true });
    });

    it('takes the permission, and a customer of the organization', async () => {
      await keep(ham, 1250);
      await know(known);
      expect(await placeFor(customerId, caller)).toMatchObject({ status: 403 });
      const [unknown, fresh] = [await placeFor(anotherOrganizationId), await placeFor(newId(at))];
      expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: '/customerId' }] } });
      expect(fresh).toMatchObject({ status: 503 });
    });

    it('is refused once the customer was erased, by staff and by themselves', async () => {
      await keep(ham, 1250);
      const erased: Customer = { status: 'erased', customerId, version: 2, erasedAt: at };
      await know(erased);
      await know({ ...erased, customerId: caller.userId });
      expect(await placeFor(customerId)).toMatchObject({ status: 409, body: { title: 'Customer erased' } });
      expect(await place({ ...draft, lines: [line(ham)] })).toMatchObject({ status: 409 });
      expect(table.published()).toEqual([]);
    });
  });

  it('names the products that are no longer sold, and those of a closed shop', async () => {
    await keep(ham, 1250);
    await keep(egg, 30);
    const closed = await keepShop(organizationId, { localId, status: 'closed', version: 2 });
    const deleted = await keepDeletion(organizationId, String(egg), 2);
    table.put(...(closed?.writes ?? []), ...(deleted?.writes ?? []));
    expect(errorsOf(await place(draft))).toEqual([
      { path: '/lines/0/productId', message: 'names a product of a closed shop' },
      { path: '/lines/1/productId', message: 'names a product that is no longer sold' },
    ]);
  });

  it('stores an order of fifty shops in one transaction', async () => {
    const ids = Array.from({ length: maxLines }, (_, n) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`);
    for (const productId of ids) {
      const offer = { productId, localId: productId.replace('0193', '0194'), name: 'Ham' };
      const effects = await keepPrice(organizationId, { ...offer, price: { amountMinor: 100, currency: 'EUR' } }, 1);
      table.put(...(effects?.writes ?? []));
    }
    const placed = await place({ ...draft, lines: ids.map((id) => line(id)) });
    expect(placed).toMatchObject({ status: 201 });
  });

  it.each<[string, object, string]>([
    ['no lines', { ...draft, lines: [] }, '/lines'],
    ['a quantity of 0', { ...draft, lines: [line(ham, 0)] }, '/lines/0/quantity'],
    ['an id that is none', { ...draft, lines: [line('ham')] }, '/lines/0/productId'],
    ['no payment method', { lines: draft.lines }, '/paymentMethod'],
    ['a price of the client’s', { ...draft, lines: [{ ...line(ham), unitPrice: 1 }] }, '/lines/0/unitPrice'],
  ])('refuses %s', async (_, body, path) => {
    const refused = await place(body);
    expect(refused).toMatchObject({ status: 422 });
    expect(errorsOf(refused)).toMatchObject([{ path }]);
  });
});
