import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { handler } from '../rest.ts';
import { findDevices, registerDeviceWrites } from '../store/device-table.ts';

const table = emptyTable('notification');
const customerId = '0193a000-0000-7000-8000-00000000000a';
const deviceId = '0193a000-0000-7000-8000-0000000000d1';
const register = async () =>
  table.put(
    ...(await registerDeviceWrites(
      organizationId,
      customerId,
      { deviceId, endpoint: 'https://fcm.googleapis.com/1', keys: { p256dh: 'key', auth: 'secret' } },
      at,
    )),
  );
const remove = (userId = customerId) =>
  send(handler, 'DELETE /customers/{customerId}/devices/{deviceId}', {
    params: { customerId, deviceId },
    caller: newCaller({ organizationId, userId, permissions: [] }),
  });

describe('removeDevice', () => {
  it('removes the device, also when it is gone already', async () => {
    await register();
    expect(await remove()).toMatchObject({ status: 204 });
    expect(await remove()).toMatchObject({ status: 204 });
    expect(await findDevices(organizationId, customerId)).toEqual([]);
    expect(table.items()).toEqual([]);
  });

  it('is 404 for anybody else, and removes nothing', async () => {
    await register();
    expect(await remove('0193a000-0000-7000-8000-00000000000e')).toMatchObject({ status: 404 });
    expect(await findDevices(organizationId, customerId)).toHaveLength(1);
  });
});
