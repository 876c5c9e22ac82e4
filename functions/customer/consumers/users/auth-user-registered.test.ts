import { describe, expect, it } from 'vitest';
import type { EventDataByType } from '../../../../generated/events/types.ts';
import { ask, asNerea } from '../../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';

const table = emptyTable('customer');
const { customerId: userId, email, name } = nerea;
const joined: EventDataByType['auth.user.registered'] = { userId, email, name, roles: ['buyer'], registeredAt: at };
const register = (given: Partial<typeof joined> = {}) =>
  deliver(handler, 'auth.user.registered', anEvent('auth.user.registered', userId, { ...joined, ...given }));

describe('onUserRegistered', () => {
  it('makes a buyer a customer under their user id, who is written to in Spanish', async () => {
    await register();
    const preferences = { language: 'es', channels: ['email'] };
    expect(table.published()).toMatchObject([
      {
        type: 'customer.registered',
        aggregateId: userId,
        eventData: { customerId: userId, email, name, preferences, registeredAt: at },
      },
    ]);
    expect(await ask('GET /customers/{customerId}', { caller: asNerea })).toMatchObject({
      status: 200,
      body: {
        customerId: userId,
        status: 'active',
        email,
        isEmailVerified: false,
        name,
        preferences,
        addresses: [],
        registeredAt: at,
      },
    });
  });

  it('takes the language that the user chose', async () => {
    await register({ language: 'en' });
    expect(table.published()).toMatchObject([{ eventData: { preferences: { language: 'en' } } }]);
  });

  it('registers nobody twice, under another event id either', async () => {
    await register();
    await register();
    expect(table.published()).toHaveLength(1);
  });

  it('makes no customer of staff', async () => {
    await register({ roles: ['admin'], permissions: ['order:place'] });
    expect(table.published()).toEqual([]);
    expect(await ask('GET /customers/{customerId}', { caller: asNerea })).toMatchObject({ status: 404 });
  });
});
