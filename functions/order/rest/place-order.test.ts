import { describe, expect, it } from 'vitest';
import type { OrderDraft } from '../../../generated/rest/types.ts';
import type { Address } from '../../../generated/shared.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, runRoute, send } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import { maxLines } from '../model/placement.ts';
import { handler } from '../rest.ts';
import { findCustomer } from '../store/customer-table.ts';
import { orders } from '../store/order-table.ts';
import { keepPrice } from '../store/price-table.ts';
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
