import { describe, expect, it } from 'vitest';
import type { Role } from '../../../generated/shared.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { customer, producer } from '../../../tests/kit/notified.ts';
import { handler } from '../consumer.ts';
import { findRecipient, findStaff, putRecipient } from '../store/recipient-table.ts';
import { onPermissionsChanged } from './auth-permissions-changed.ts';

const table = emptyTable('notification');
const changed = (userId: string, role: Role, version: number) =>
  anEvent('auth.permissions.changed', userId, { userId, roles: [role], permissions: [], localIds: [] }, version);

describe('onPermissionsChanged', () => {
  it('adds a recipient to the staff and removes them again', async () => {
    table.put(...putRecipient(organizationId, customer, 0));
    await deliver(handler, 'auth.permissions.changed', changed(customer.userId, 'producer', 2));
    expect(await findStaff(organizationId)).toEqual([{ ...customer, isStaff: true, version: 2 }]);
    await deliver(handler, 'auth.permissions.changed', changed(customer.userId, 'buyer', 4));
    expect(await findStaff(organizationId)).toEqual([]);
    expect(await findRecipient(organizationId, customer.userId)).toMatchObject({ isStaff: false, version: 4 });
  });

  it('ignores what is older than the recipient', async () => {
    table.put(...putRecipient(organizationId, { ...producer, version: 3 }, 0));
    await deliver(handler, 'auth.permissions.changed', changed(producer.userId, 'buyer', 2));
    expect(await findRecipient(organizationId, producer.userId)).toMatchObject({ isStaff: true, version: 3 });
  });

  it('comes back while the registration has not arrived', async () => {
    await expect(runConsumer(onPermissionsChanged, changed(customer.userId, 'producer', 2))).rejects.toMatchObject({
      name: 'RecipientUnknownError',
    });
  });
});
