import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { asAdmin, asProducer, customer, producer, shop } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { putRecipient, recipients, requireStaff } from '../../store/recipient-table.ts';

const table = emptyTable('notification');
const { userId } = producer;
const deactivate = () =>
  deliver(handler, 'auth.user.deactivated', anEvent('auth.user.deactivated', userId, { userId, deactivatedAt: at }, 2));

describe('onUserDeactivated', () => {
  it('removes the user from the staff', async () => {
    table.put(...putRecipient(organizationId, asAdmin(customer)), ...putRecipient(organizationId, asProducer(producer)));
    await deactivate();
    expect(await requireStaff(organizationId, shop)).toMatchObject([customer]);
  });

  it('keeps the address for e-mails about the user’s own orders', async () => {
    table.put(...putRecipient(organizationId, asProducer(producer)));
    await deactivate();
    const { email, name } = producer;
    expect(await recipients.find(organizationId, userId)).toMatchObject({ account: { email, name } });
  });
});
