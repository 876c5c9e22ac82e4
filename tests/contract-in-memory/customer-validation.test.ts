import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ShipTo } from '../../generated/rest/types.ts';
import { fieldsOf } from '../kit/fields.ts';
import { newCaller, type Received } from '../kit/rest-request.ts';
import { contractOperations } from '../kit/sample-requests.ts';
import { contractMarket } from './contract-market.ts';

const { api, recordedOf } = contractMarket();

function operationOf(key: string) {
  const operation = contractOperations.find((one) => one.key === key);
  if (operation === undefined) throw new Error(`${key} is not in the contract`);
  return operation;
}

/** What the first request of an operation was answered, such as the id of what it made. */
const firstOf = (key: string) => fieldsOf(recordedOf(operationOf(key))[0]?.received.body);

/** A new buyer of the market, who is a customer by now. */
async function newBuyer() {
  const { organizationId } = firstOf('POST /auth/register');
  const person = { email: `${randomUUID()}@example.org`, password: 'four words are enough', name: 'Nerea Ibarra' };
  const joined = await api.send(operationOf('POST /auth/register'), { body: { ...person, organizationId } });
  const customerId = String(fieldsOf(joined.body).userId);
  const caller = newCaller({
    organizationId: String(organizationId),
    userId: customerId,
    permissions: ['order:place', 'order:read'],
  });
  return (key: string, sent: { params?: Record<string, string>; body?: unknown } = {}): Promise<Received> =>
    api.send(operationOf(key), { caller, ...sent, params: { customerId, ...sent.params } });
}

const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
const { postalCode: _, ...withoutCode } = address;
const unknownId = '0193a000-0000-7000-8000-0000000000dd';

describe('POST /customers/validate', () => {
  it('says what POST /orders does, whatever the book holds and wherever the order is to go', async () => {
    const ask = await newBuyer();
    const productId = firstOf('POST /products').productId;
    const added: string[] = [];
    /** Compares both for each destination; returns how an order without one would reach the customer. */
    const agreeing = async () => {
      const destinations: (ShipTo | undefined)[] = [
        undefined,
        { collect: true },
        { address },
        { address: withoutCode },
        { address: { ...address, country: 'XX' } },
        { addressId: unknownId },
        ...added.map((addressId) => ({ addressId })),
      ];
      for (const shipTo of destinations) {
        const validation = fieldsOf((await ask('POST /customers/validate', { body: { ...(shipTo && { shipTo }) } })).body);
        const draft = { lines: [{ productId, quantity: 1 }], paymentMethod: { token: 'tok_ok' }, ...(shipTo && { shipTo }) };
        const placed = await ask('POST /orders', { body: draft });
        const said = JSON.stringify(shipTo);
        expect(placed.status, said).toBe(validation.mayOrder === true ? 201 : 422);
        if (placed.status !== 201) {
          expect(fieldsOf(placed.body).errors, said).toEqual(validation.errors);
          continue;
        }
        const orderId = String(fieldsOf(placed.body).orderId);
        const order = fieldsOf((await ask('GET /orders/{orderId}', { params: { orderId } })).body);
        expect(order.method, said).toBe(validation.method);
      }
      return fieldsOf((await ask('POST /customers/validate', { body: {} })).body);
    };
    const add = async (isDefault: boolean) => {
      const body = { address: { ...address, street: `Calle Real ${added.length}` }, isDefault };
      added.push(String(fieldsOf((await ask('POST /customers/{customerId}/addresses', { body })).body).addressId));
    };
    const remove = async (addressId = '') => {
      await ask('DELETE /customers/{customerId}/addresses/{addressId}', { params: { addressId } });
      // Order refuses a new address that it does not know as "not yet", so only old ones are compared.
      added.splice(added.indexOf(addressId), 1);
    };

    expect(await agreeing()).toMatchObject({ mayOrder: true, method: 'collection' });
    await add(false);
    await add(true);
    const [first, second] = added;
    expect(await agreeing()).toMatchObject({ method: 'delivery', addressId: second });
    await remove(second);
    expect(await agreeing()).toMatchObject({ method: 'delivery', addressId: first });
    await remove(first);
    expect(await agreeing()).toMatchObject({ mayOrder: true, method: 'collection' });
  });
});
