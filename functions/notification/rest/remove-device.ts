import { noContent, notFound } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { removeDeviceWrites } from '../store/device-table.ts';

/** Also answers 204 when there is no such device: it gets no messages either way. */
export const removeDevice = route(
  'DELETE /customers/{customerId}/devices/{deviceId}',
  async ({ params: { customerId, deviceId }, caller: { organizationId, userId } }) => {
    if (customerId !== userId) return notFound();
    return { answer: noContent, writes: await removeDeviceWrites(organizationId, customerId, deviceId) };
  },
);
