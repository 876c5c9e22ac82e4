import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../../tests/kit/customers.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';

const table = emptyTable('customer');
const { customerId: userId, email, name } = nerea;
const registered = () =>
  deliver(
    handler,
    'auth.user.registered',
    anEvent('auth.user.registered', userId, { userId, email, name, roles: ['buyer'], registeredAt: at }),
  );
const renamed = (version = 2) =>
  deliver(
    handler,
    'auth.user.profile.updated',
    anEvent(
      'auth.user.profile.updated',
      userId,
      { userId, changes: ['name', 'language'], email, name: 'Nerea Sanz', language: 'en', updatedAt: at },
      version,
    ),
  );

describe('onProfileUpdated', () => {
  it('takes over what changed, and publishes it', async () => {
    await registered();
    await renamed();
    expect(table.published().at(-1)).toMatchObject({
      type: 'customer.updated',
      metadata: { aggregateVersion: 2 },
      eventData: { changes: ['name', 'preferences'], name: 'Nerea Sanz', preferences: { language: 'en' } },
    });
    await renamed();
    expect(table.published()).toHaveLength(2);
  });

  it('may come before the registration', async () => {
    await renamed();
    expect(table.published()).toEqual([]);
    await registered();
    expect(table.published()).toMatchObject([{ type: 'customer.registered', eventData: { name: 'Nerea Sanz' } }]);
  });

  it('keeps the e-mail address that the customer gave here', async () => {
    await registered();
    const headers = { 'If-Match': '*' };
    await ask('PATCH /customers/{customerId}', { body: { email: 'shop@example.org' }, headers });
    await renamed();
    expect((await ask('GET /customers/{customerId}')).body).toMatchObject({ email: 'shop@example.org', name: 'Nerea Sanz' });
  });
});
