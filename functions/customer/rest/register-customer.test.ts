import { describe, expect, it } from 'vitest';
import type { CustomerDraft } from '../../../generated/rest/types.ts';
import { ask, asNerea, asStaff } from '../../../tests/kit/customer-requests.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';

const table = emptyTable('customer');
const route = 'POST /customers';
/** Every field of the contract, so that one that gets lost on its way to the answer is noticed. */
const draft: Required<CustomerDraft> = {
  email: 'ane@example.org',
  name: 'Ane Otxoa',
  phone: '+34600111222',
  preferences: { language: 'en', channels: ['sms'], quietHours: { start: '22:00', end: '07:00', timeZone: 'Europe/Madrid' } },
};

describe('registerCustomer', () => {
  it('stores every field, publishes it, and answers with the id alone', async () => {
    const { status, body, headers } = await ask(route, { caller: asStaff, body: draft });
    const [event] = table.published();
    const customerId = String(event?.aggregateId);
    expect({ status, body }).toEqual({ status: 201, body: { customerId } });
    expect(headers).toMatchObject({ Location: `customers/${customerId}` });
    expect(event).toMatchObject({ type: 'customer.registered', eventData: { ...draft, customerId } });
    const found = await ask('GET /customers/{customerId}', { caller: asStaff, params: { customerId } });
    expect(found.body).toMatchObject({ ...draft, customerId, status: 'active', addresses: [] });
  });

  it('assumes Spanish and e-mail', async () => {
    await ask(route, { caller: asStaff, body: { email: draft.email, name: draft.name } });
    expect(table.published()).toMatchObject([{ eventData: { preferences: { language: 'es', channels: ['email'] } } }]);
  });

  it.each([
    [{ ...draft, phone: '+00 12 34 56' }, '/phone'],
    [{ ...draft, phone: undefined }, '/preferences/channels'],
    [{ ...draft, email: 'ane' }, '/email'],
    [{ ...draft, name: ' ' }, '/name'],
    [{ ...draft, name: 'a'.repeat(201) }, '/name'],
    [{ ...draft, preferences: { channels: ['fax'] } }, '/preferences/channels/0'],
    [{ ...draft, preferences: { language: 'fr' } }, '/preferences/language'],
  ])('refuses %j', async (body, path) => {
    const refused = await ask(route, { caller: asStaff, body });
    expect(refused).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ path })]) } });
    expect(table.items()).toEqual([]);
  });

  it('is for staff', async () => {
    expect(await ask(route, { caller: asNerea, body: draft })).toMatchObject({ status: 403 });
  });

  it('keeps nothing personal under the Idempotency-Key', async () => {
    await ask(route, { caller: asStaff, body: draft });
    const record = table.items().find(({ sk }) => sk === 'IDEMPOTENCY');
    expect(record).toBeDefined();
    expect(JSON.stringify(record)).not.toMatch(/ane|Otxoa|600111222/i);
  });
});
