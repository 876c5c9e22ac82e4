import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { asProducer, producer, shop } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { putRecipient, requireStaff } from '../../store/recipient-table.ts';

const table = emptyTable('notification');
const { userId, name } = producer;

describe('onUserProfileUpdated', () => {
  it('writes to staff at their new address, in their language', async () => {
    table.put(...putRecipient(organizationId, asProducer(producer)));
    const data = { userId, changes: ['email' as const], email: 'new@example.org', name, language: 'es' as const, updatedAt: at };
    await deliver(handler, 'auth.user.profile.updated', anEvent('auth.user.profile.updated', userId, data, 2));
    expect(await requireStaff(organizationId, shop)).toMatchObject([{ email: 'new@example.org', language: 'es' }]);
  });
});
