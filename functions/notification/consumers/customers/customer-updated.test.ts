import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { recipients } from '../../store/recipient-table.ts';

const { userId: customerId, name } = customer;
const { emails } = notified(asBuyer(customer));
const update = (email: string, version: number) => {
  const preferences = { language: 'es', channels: ['email'] } as const;
  const data = { customerId, changes: ['email'] as const, email, name, preferences, addressBook: [], updatedAt: at };
  return deliver(handler, 'customer.updated', anEvent('customer.updated', customerId, data, version));
};

describe('onCustomerUpdated', () => {
  it('keeps the new address and preferences, and writes to nobody', async () => {
    await update('new@example.org', 2);
    expect(await recipients.find(organizationId, customerId)).toMatchObject({
      customer: { email: 'new@example.org', preferences: { language: 'es' } },
    });
    expect(emails()).toEqual([]);
  });

  it('ignores what is older than what it knows', async () => {
    await update('new@example.org', 3);
    await update('old@example.org', 2);
    expect(await recipients.find(organizationId, customerId)).toMatchObject({ customer: { email: 'new@example.org' } });
  });
});
