import { describe, expect, it } from 'vitest';
import { ask, asNeighbour } from '../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../tests/kit/customers.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../tests/kit/invoke.ts';
import { customers } from '../store/customer-table.ts';

const table = emptyTable('customer');
const route = 'PATCH /customers/{customerId}';
const patch = (body: object, ifMatch: string | undefined = '"1"') =>
  ask(route, { body, headers: ifMatch === '' ? {} : { 'If-Match': ifMatch } });
const stored = () => table.put(customers.put(organizationId, nerea));

describe('updateCustomer', () => {
  it('changes what is given and publishes the whole state, with what changed', async () => {
    stored();
    const changed = { ...nerea, name: 'Nerea Ibarra Sanz', preferences: { ...nerea.preferences, language: 'en' } };
    const answer = await patch({ name: changed.name, preferences: { language: 'en' } });
    const { version: _, ...shown } = changed;
    expect(answer).toMatchObject({ status: 200, headers: { ETag: '"2"' }, body: shown });
    const { email, name, phone, preferences, addresses } = changed;
    expect(table.published()).toMatchObject([
      {
        type: 'customer.updated',
        metadata: { aggregateVersion: 2 },
        eventData: { changes: ['name', 'preferences'], email, name, phone, preferences, addressBook: addresses },
      },
    ]);
    expect((await ask('GET /customers/{customerId}')).body).toEqual(answer.body);
  });

  it('publishes nothing and keeps the version when nothing changes', async () => {
    stored();
    expect(await patch({ name: nerea.name })).toMatchObject({ status: 200, headers: { ETag: '"1"' } });
    expect(table.published()).toEqual([]);
  });

  it.each([
    [{ email: null }, '/email'],
    [{ name: null }, '/name'],
    [{ preferences: null }, '/preferences'],
    [{ preferences: { language: null } }, '/preferences/language'],
    [{ preferences: { channels: null } }, '/preferences/channels'],
    [{ phone: 'none' }, '/phone'],
    [{ customerId: nerea.customerId }, '/customerId'],
    [{ status: 'active' }, '/status'],
  ])('refuses %j with the place', async (body, path) => {
    stored();
    const refused = await patch(body);
    expect(refused).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ path })]) } });
    expect(table.published()).toEqual([]);
  });

  it('clears what may be absent', async () => {
    stored();
    const { body } = await patch({ phone: null, preferences: { channels: [], quietHours: null } });
    expect(body).toMatchObject({ preferences: { language: 'es', channels: [] } });
    expect(JSON.stringify(body)).not.toContain('null');
    expect(body).not.toHaveProperty('phone');
    expect(body).not.toHaveProperty('preferences.quietHours');
  });

  it('takes If-Match: the current tag, a list with it, or *', async () => {
    stored();
    expect(await patch({ name: 'Ane' }, '"7"')).toMatchObject({ status: 412, headers: { ETag: '"1"' } });
    expect(await patch({ name: 'Ane' }, '')).toMatchObject({ status: 428 });
    expect(await patch({ name: 'Ane' }, 'nonsense')).toMatchObject({ status: 400 });
    expect(await patch({ name: 'Ane' }, '"7", "1"')).toMatchObject({ status: 200 });
    expect(await patch({ name: 'Nerea' }, '*')).toMatchObject({ status: 200, headers: { ETag: '"3"' } });
  });

  it('lets one of twenty parallel changes of the same version through, and publishes one event', async () => {
    stored();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => patch({ name: `Nerea ${n}` })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
    expect(table.published()).toHaveLength(1);
  });

  it('is 404 for other customers and for an erased one', async () => {
    stored();
    const headers = { 'If-Match': '*' };
    expect(await ask(route, { caller: asNeighbour, body: { name: 'Ane' }, headers })).toMatchObject({ status: 404 });
    await ask('DELETE /customers/{customerId}');
    expect(await ask(route, { body: { name: 'Ane' }, headers })).toMatchObject({ status: 404 });
  });
});
