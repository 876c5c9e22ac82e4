import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { findCustomer } from '../../store/customer-table.ts';

const table = emptyTable('order');
const customerId = '0193a000-0000-7000-8000-00000000000b';
const profile = { email: 'nerea@example.org', name: 'Nerea Ibarra', phone: '+34600111222' };
const preferences = { language: 'es' as const, channels: [] };

describe('onCustomerRegistered', () => {
  it('makes the customer known, without e-mail address, name and telephone number', async () => {
    const registered = { customerId, ...profile, preferences, registeredAt: at };
    await deliver(handler, 'customer.registered', anEvent('customer.registered', customerId, registered));
    const { copy } = await findCustomer(organizationId, customerId);
    expect(copy).toEqual({ status: 'known', customerId, version: 1, addressBook: [] });
    const stored = JSON.stringify(table.items());
    for (const text of Object.values(profile)) expect(stored).not.toContain(text);
  });
});
