import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../../generated/shared.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { anotherShop, asAdmin, asBuyer, customer, producer, shop } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { putRecipient, requireStaff } from '../../store/recipient-table.ts';

const table = emptyTable('notification');
const admin = { ...producer, userId: '0193a000-0000-7000-8000-0000000000ad' };
const deliverChange = (permissions: Permission[], localIds: string[], version: number) =>
  deliver(
    handler,
    'auth.permissions.changed',
    anEvent('auth.permissions.changed', customer.userId, { userId: customer.userId, roles: [], permissions, localIds }, version),
  );
const staffOf = async (localId: string) => (await requireStaff(organizationId, localId)).map(({ userId }) => userId);

describe('onPermissionsChanged', () => {
  it('adds a user to the staff of their shops, and removes them again', async () => {
    table.put(...putRecipient(organizationId, asAdmin(admin)), ...putRecipient(organizationId, asBuyer(customer)));
    await deliverChange(['inventory:adjust'], [shop], 2);
    expect(await staffOf(shop)).toEqual([customer.userId, admin.userId]);
    expect(await staffOf(anotherShop)).toEqual([admin.userId]);
    await deliverChange(['inventory:adjust'], [], 3);
    expect(await staffOf(shop)).toEqual([admin.userId]);
    await deliverChange(['order:place'], [shop], 4);
    expect(await staffOf(shop)).toEqual([admin.userId]);
  });

  it('ignores what is older than what it knows', async () => {
    table.put(...putRecipient(organizationId, asBuyer(customer)));
    await deliverChange(['inventory:adjust'], [shop], 3);
    await deliverChange(['order:place'], [], 2);
    expect(await staffOf(shop)).toEqual([customer.userId]);
  });
});
