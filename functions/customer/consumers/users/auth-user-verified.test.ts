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
const verified = () =>
  deliver(handler, 'auth.user.verified', anEvent('auth.user.verified', userId, { userId, email, verifiedAt: at }, 2));

describe('onUserVerified', () => {
  it.each([
    ['after', [registered, verified]],
    ['before', [verified, registered]],
  ])('is shown, whether it comes %s the registration, until the address changes', async (_, arrivals) => {
    for (const arrive of arrivals) await arrive();
    expect((await ask('GET /customers/{customerId}')).body).toMatchObject({ isEmailVerified: true });
    expect(table.published()).toHaveLength(1);
    await ask('PATCH /customers/{customerId}', { body: { email: 'shop@example.org' }, headers: { 'If-Match': '*' } });
    expect((await ask('GET /customers/{customerId}')).body).toMatchObject({ isEmailVerified: false });
  });
});
